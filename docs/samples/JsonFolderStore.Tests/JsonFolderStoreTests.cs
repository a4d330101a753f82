using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Samples;

#region docs:proof
public sealed class JsonFolderStoreTests : IClassFixture<JsonFolderStoreTests.WhenDone>
{
    private static readonly StoreSuite Suite = new(() => new Harness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promise(string name) => Suite.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose() => Suite.Manifest.EnsureComplete();
    }

    private sealed class Harness : StoreHarness
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("json-folder-store-").FullName;

        public override StoreCapabilities Capabilities => StoreCapabilities.Durable;

        public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default) => new(new JsonFolderStore(_folder));

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return base.DisposeAsync();
        }
    }
}
#endregion
