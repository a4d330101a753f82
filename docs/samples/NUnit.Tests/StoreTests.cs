using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Samples;

#region docs:nunit
public sealed class StoreTests
{
    private static readonly StoreSuite Suite = new(() => new MemoryHarness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [TestCaseSource(nameof(Cases))]
    public Task Keeps_its_promise(string name) => Suite.RunAsync(name);

    [OneTimeTearDown]
    public void WhenDone() => Suite.Manifest.EnsureComplete();
}
#endregion
