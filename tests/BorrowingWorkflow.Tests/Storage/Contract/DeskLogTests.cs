using static BorrowingWorkflow.Tests.Storage.Given;

namespace BorrowingWorkflow.Tests.Storage;

public class DeskLogTests
{
    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task The_latest_run_of_each_check_and_library_counts(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.RecordAsync(new("completed", Noon.AddTicks(5), "ann"));
        await store.RecordAsync(new("completed", Noon, "bob"));
        await store.RecordAsync(new("completed", Noon, "cem", "CSUN"));
        await store.RecordAsync(new("notes", Noon, "ann"));
        await store.RecordAsync(new("notes", Noon, "dee"));

        Assert.Equal(
            [new("completed", Noon.AddTicks(5), "ann"), new("completed", Noon, "cem", "CSUN"), new("notes", Noon, "dee")],
            (await store.LatestRunsAsync()).OrderBy(run => run.Check, StringComparer.Ordinal).ThenBy(run => run.Library, StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Stores.All), MemberType = typeof(Stores))]
    public async Task A_dismissal_holds_until_its_date_and_the_last_one_counts(string kind)
    {
        await using var opened = Stores.Open(kind);
        var store = opened.Store;
        await store.DismissAsync(new("stuck", "R-1", Noon.AddDays(1), "ann", "known", Noon));
        await store.DismissAsync(new("stuck", "R-1", Noon.AddDays(2), "bob", "still known – ü", Noon.AddTicks(1)));
        await store.DismissAsync(new("stuck", "R-2", Noon, "ann", "known", Noon));

        var dismissal = Assert.Single(await store.DismissalsAsync(Noon.AddDays(1)));

        Assert.Equal(new("stuck", "R-1", Noon.AddDays(2), "bob", "still known – ü", Noon.AddTicks(1)), dismissal);
        Assert.Empty(await store.DismissalsAsync(Noon.AddDays(2)));
    }
}
