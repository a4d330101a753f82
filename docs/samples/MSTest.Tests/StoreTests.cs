using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Samples;

#region docs:mstest
[TestClass]
public sealed class StoreTests
{
    private static readonly StoreSuite Suite = new(() => new MemoryHarness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [TestMethod, DynamicData(nameof(Cases))]
    public Task Keeps_its_promise(string name) => Suite.RunAsync(name);

    [ClassCleanup]
    public static void WhenDone() => Suite.Manifest.EnsureComplete();
}
#endregion
