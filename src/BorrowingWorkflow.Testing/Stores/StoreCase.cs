namespace BorrowingWorkflow.Testing.Stores;

/// <summary>A case of <see cref="StoreSuite"/> before it has a store.</summary>
internal sealed record StoreCase(string Id, string Clause, string Title, Func<StoreTrial, Task> Prove);
