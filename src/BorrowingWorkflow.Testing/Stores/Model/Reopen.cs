namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Closes a view and opens another, as after a restart. The trial does it: there is nothing to ask a store.</summary>
internal sealed record Reopen : StoreOperation
{
    public override StoreCall? In(ModelWorld world) => null;
}
