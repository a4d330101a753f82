namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>What ReShare does otherwise.</summary>
internal sealed class ReShareDialect : Dialect
{
    public override string Name => "reshare";
}
