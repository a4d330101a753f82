namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>Nothing is otherwise.</summary>
internal sealed class StandardDialect : Dialect
{
    public override string Name => "standard";
}
