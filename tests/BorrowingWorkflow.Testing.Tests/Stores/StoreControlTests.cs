using BorrowingWorkflow.Testing.Stores;
using BorrowingWorkflow.Testing.Tests.Controls;

namespace BorrowingWorkflow.Testing.Tests.Stores;

public class StoreControlTests
{
    private static readonly ControlTable Table = new("store", new StoreSuite(() => new TrialHarness(StoreCapabilities.None)), StoreControls.All);

    public static IEnumerable<object[]> Rows => Table.Rows;

    [Theory, MemberData(nameof(Rows))]
    public Task A_broken_store_fails_its_case(string id) => Table.EnsureFailsAsync(id);

    [Fact]
    public void Every_case_has_a_broken_store() => Table.EnsureOneForEachCase();

    [Fact]
    public void The_table_in_the_docs_is_this_one() => Table.EnsurePage();
}
