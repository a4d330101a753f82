namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>What CrossLink does otherwise.</summary>
internal sealed class CrossLinkDialect : Dialect
{
    public override string Name => "crosslink";
}
