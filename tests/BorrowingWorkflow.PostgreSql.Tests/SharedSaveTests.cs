using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Tests.Servers;

namespace BorrowingWorkflow.PostgreSql.Tests;

public class SharedSaveTests
{
    [PostgreSqlFact]
    public async Task A_conflict_takes_none_of_those_along_that_share_its_round_trip()
    {
        var server = await PostgreSqlServer.SharedAsync();
        await using var host = new Host(await server.CreateDatabaseAsync());
        string[] requests = [.. Enumerable.Range(0, 20).Select(i => $"R-{i}")];
        await Task.WhenAll(requests.Select(request => host.SubmitAsync(request).AsTask()));

        // Three notes at once for each request: two of them meet the first one's revision and are decided again.
        var notes = await Task.WhenAll(
            from request in requests
            from note in Enumerable.Range(0, 3)
            select host.NoteAsync(request, $"note-{note}").AsTask());

        Assert.All(notes, note => Assert.Equal(Verdict.Applied, note.Verdict));
        foreach (var request in requests)
        {
            Assert.Equal([1, 2, 3, 4], (await host.Workflow.HistoryAsync(request)).Select(item => item.Revision));
        }
    }

    [PostgreSqlFact]
    public async Task A_save_that_the_server_refuses_fails_its_own_caller_only()
    {
        var server = await PostgreSqlServer.SharedAsync();
        await using var host = new Host(await server.CreateDatabaseAsync());
        var random = new Random(4711);

        // Longer than a row of an index may be, and not to be compressed.
        var library = string.Concat(Enumerable.Range(0, 6000).Select(_ => (char)random.Next('!', '~')));
        var refused = Enumerable.Range(0, 4).Select(i => host.Workflow.SubmitAsync(
            $"X-{i}", new() { Library = library, Patron = new("P-1"), Citation = new() { Title = "A title" } }, "submit").AsTask()).ToArray();
        var others = Enumerable.Range(0, 40).Select(i => host.SubmitAsync($"R-{i}").AsTask()).ToArray();

        Assert.All(await Task.WhenAll(others), result => Assert.Equal(Verdict.Applied, result.Verdict));
        foreach (var submission in refused)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => submission);
        }
    }

    [PostgreSqlFact]
    public async Task The_same_message_from_many_callers_at_once_is_saved_once()
    {
        var server = await PostgreSqlServer.SharedAsync();
        await using var host = new Host(await server.CreateDatabaseAsync());
        await host.SubmitAsync("R-1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => host.NoteAsync("R-1", "the same").AsTask()));

        Assert.Single(answers, answer => answer.Verdict == Verdict.Applied);
        Assert.Equal(29, answers.Count(answer => answer.Verdict == Verdict.Duplicate));
        Assert.Equal(2, (await host.Workflow.HistoryAsync("R-1")).Count);
    }
}
