namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Closes a view and opens another, as after a restart. The trial does it: there is nothing to ask a store.</summary>
/// <param name="Number">Of the restarts of a store that forgets everything only each tenth is made: an empty one shows little.</param>
internal sealed record Reopen(int Number) : StoreOperation
{
    public override StoreCall? In(ModelWorld world) => null;
}
