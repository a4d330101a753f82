namespace BorrowingWorkflow.Tests.Shared;

public sealed class VerifierTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("verifier-tests-");

    private string Verified => Path.Combine(_folder.FullName, "OrderTests.Prints.verified.txt");

    private string Received => Path.Combine(_folder.FullName, "OrderTests.Prints.received.txt");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_snapshot_is_found_beside_the_test_by_class_and_method() =>
        await Verifier.Verify("one\ntwo\n");

    [Theory]
    [InlineData("GET", "first")]
    [InlineData("a b/c", "second")]
    public async Task Each_case_of_a_theory_has_a_snapshot_of_its_own(string parameters, string text) =>
        await Verifier.Verify(text, parameters);

    [Fact]
    public async Task An_equal_text_passes_and_removes_what_an_earlier_failure_left()
    {
        await File.WriteAllTextAsync(Verified, "same\n");
        await File.WriteAllTextAsync(Received, "stale\n");

        await VerifyHere("same");

        Assert.False(File.Exists(Received));
    }

    [Theory]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("a\nb", "a\nb\n")]
    [InlineData("\uFEFFa\nb\n", "a\nb")]
    public async Task Line_endings_a_byte_order_mark_and_newlines_at_the_end_make_no_difference(string verified, string text)
    {
        await File.WriteAllTextAsync(Verified, verified);

        await VerifyHere(text);
    }

    [Fact]
    public async Task A_space_at_the_end_of_a_line_makes_a_difference()
    {
        await File.WriteAllTextAsync(Verified, "a\nb\n");

        await Assert.ThrowsAsync<VerifyException>(() => VerifyHere("a \nb\n"));
    }

    [Fact]
    public async Task A_missing_snapshot_fails_and_writes_what_was_received()
    {
        var failure = await Assert.ThrowsAsync<VerifyException>(() => VerifyHere("new"));

        Assert.Contains("There is no snapshot", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"mv '{Received}' '{Verified}'", failure.Message, StringComparison.Ordinal);
        Assert.Equal("new\n", await File.ReadAllTextAsync(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public async Task A_different_text_fails_names_the_first_line_that_differs_and_keeps_the_snapshot()
    {
        await File.WriteAllTextAsync(Verified, "same\nold\n");

        var failure = await Assert.ThrowsAsync<VerifyException>(() => VerifyHere("same\nnew\n"));

        Assert.Contains("Line 2\n  verified: old\n  received: new\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("same\nold\n", await File.ReadAllTextAsync(Verified));
        Assert.Equal("same\nnew\n", await File.ReadAllTextAsync(Received));
    }

    [Fact]
    public async Task A_text_that_stops_early_fails_at_its_end()
    {
        await File.WriteAllTextAsync(Verified, "same\nmore\n");

        var failure = await Assert.ThrowsAsync<VerifyException>(() => VerifyHere("same\n"));

        Assert.Contains("Line 2\n  verified: more\n  received: (the end)\n", failure.Message, StringComparison.Ordinal);
    }

    private Task VerifyHere(string text) =>
        Verifier.Verify(text, sourceFile: Path.Combine(_folder.FullName, "OrderTests.cs"), method: "Prints");
}
