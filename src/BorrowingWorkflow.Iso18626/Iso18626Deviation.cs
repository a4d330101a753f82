namespace BorrowingWorkflow.Iso18626;

/// <summary>Something that was tolerated. Says where it is and quotes no value, so that it can be logged.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">The element, such as <c>/supplyingAgencyMessage/statusInfo/status</c>, or an attribute after <c>/@</c>.</param>
/// <param name="Line">The line in the message, from 1.</param>
public readonly record struct Iso18626Deviation(Iso18626DeviationKind Kind, string Path, int Line);
