using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>What an operation comes to: a call that is made on both stores.</summary>
/// <param name="Line">The call in words.</param>
/// <param name="Ask">Makes it, and says the answer in lines that can be compared.</param>
internal sealed record StoreCall(string Line, Func<IWorkflowStore, CancellationToken, Task<IReadOnlyList<string>>> Ask)
{
    /// <summary>Is told what the reference answered.</summary>
    public Action<IReadOnlyList<string>> Then { get; init; } = static _ => { };
}
