using BorrowingWorkflow.Requests;
using Xunit.Sdk;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>That the scenarios have two processes, and that nothing that goes wrong in the other is overlooked.</summary>
public sealed class LenderProcessTests
{
    [Fact]
    public async Task Lenders_are_in_a_process_of_their_own()
    {
        await using var world = await World.OfAsync(World.Lends("CHICO", "unfilled"), World.Lends("CSUN", "loaned"));

        await world.SubmitAsync();

        await world.StandsAtAsync(BorrowingStatus.ShippedPhysically);
        var process = (await LenderProcess.OfAllWorldsAsync()).Id;
        Assert.NotEqual(Environment.ProcessId, process);
        Assert.Equal([process, process], world.Lenders.Select(lender => lender.Mock.ProcessId));
    }

    [Fact]
    public async Task The_lenders_of_a_killed_process_are_gone_and_whoever_asks_for_them_is_told()
    {
        using var process = await LenderProcess.StartAsync();
        var lender = World.Lends("CHICO", "loaned");
        await lender.OpenAsync(process, DateTimeOffset.UnixEpoch);
        using var http = new HttpClient();
        using var content = new StringContent("<nothing/>");
        using var answer = await http.PostAsync(lender.Mock.Address, content);
        Assert.Equal((1, null), (lender.Mock.Tally.Refused, lender.Mock.StatusOf(World.R)));
        Assert.Equal("<nothing/>"u8, lender.Mock.Exchanges[0].Bytes.Span);

        await process.KillAsync();

        var error = await Assert.ThrowsAsync<XunitException>(lender.SpeakAsync);
        Assert.Contains("It ended with ", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.PostAsync(lender.Mock.Address, content));
    }

    [Fact]
    public async Task An_order_that_goes_wrong_there_fails_with_what_went_wrong()
    {
        using var process = await LenderProcess.StartAsync();

        var error = await Assert.ThrowsAsync<XunitException>(() => process.AskAsync<int>("lenders/0/speak"));

        Assert.Contains("asked to lenders/0/speak: InternalServerError", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(KeyNotFoundException), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_does_not_start_fails_with_its_last_words()
    {
        var error = await Assert.ThrowsAsync<XunitException>(() => LenderProcess.StartAsync("something-else"));

        Assert.Contains("It ended with 2; standard error: Say lenders", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_ends_when_its_standard_input_does()
    {
        using var process = await LenderProcess.StartAsync();

        Assert.Equal(0, await process.EndAsync());
    }
}
