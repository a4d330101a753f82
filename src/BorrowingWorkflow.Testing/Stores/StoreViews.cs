using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>The end of the views that a suite opened.</summary>
internal static class StoreViews
{
    /// <summary>Disposes of a view that can be disposed of, asynchronously where it can do that.</summary>
    public static async ValueTask CloseAsync(this IWorkflowStore view)
    {
        switch (view)
        {
            case IAsyncDisposable asynchronous:
                await asynchronous.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}
