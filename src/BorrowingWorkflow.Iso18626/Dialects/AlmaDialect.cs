namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>What Alma does otherwise.</summary>
internal sealed class AlmaDialect : Dialect
{
    public override string Name => "alma";
}
