using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Storage;

/// <summary>The stores that this project proves the contract on.</summary>
public static class Stores
{
    public static TheoryData<string> All { get; } = ["memory"];

    internal static OpenedStore Open(string kind) => kind == "memory"
        ? new(new InMemoryWorkflowStore(), () => ValueTask.CompletedTask)
        : throw new ArgumentException($"There is no store {kind} here.", nameof(kind));
}
