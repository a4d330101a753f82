using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Conventions.Tests.Code;

/// <summary>Where the source files are, and what is in them.</summary>
public sealed partial class SourceTests
{
    // Extension methods on a host's own types are found without a using of ours.
    private const string Extensions = "DependencyInjection";

    [Fact]
    public void A_namespace_is_its_folder() => Assert.All(Packages.SourceFiles, path =>
    {
        var folder = Path.GetDirectoryName(path)!.Replace(Path.DirectorySeparatorChar, '.');
        var found = Namespace().Match(Read(path));
        if (found.Success && !folder.EndsWith(Extensions, StringComparison.Ordinal))
        {
            Assert.True(found.Groups[1].Value == folder, $"src/{path} is in the namespace {found.Groups[1].Value}.");
        }
    });

    [Fact]
    public void A_file_has_one_public_type() => Assert.All(Packages.SourceFiles, path =>
        Assert.True(PublicType().Count(Read(path)) <= 1, $"src/{path} has {PublicType().Count(Read(path))} public types."));

    [Fact]
    public void A_file_is_called_after_its_public_type() => Assert.All(Packages.SourceFiles, path =>
    {
        if (PublicType().Match(Read(path)) is { Success: true } found)
        {
            Assert.Equal(found.Groups["name"].Value, Path.GetFileName(path).Split('.', '{')[0]);
        }
    });

    [Fact]
    public void Nothing_comes_back_to_the_caller_s_context() => Assert.All(Packages.SourceFiles, path =>
        Assert.DoesNotContain("ConfigureAwait(true)", Read(path), StringComparison.Ordinal));

    private static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine("src", path));

    [GeneratedRegex(@"^namespace ([\w.]+)[;\s]", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|readonly|partial|ref) )*(?:class|interface|enum|struct|record struct|record|delegate [\w<>?]+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
