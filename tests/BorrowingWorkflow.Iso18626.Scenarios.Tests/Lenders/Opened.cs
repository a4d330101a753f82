namespace BorrowingWorkflow.Iso18626.Scenarios.Tests.Lenders;

/// <summary>A lender that listens.</summary>
/// <param name="Id">What orders name it by.</param>
/// <param name="Address">Where it takes messages.</param>
/// <param name="ProcessId">The process that it is in, as that process says.</param>
/// <param name="As">What that process was told of it, as it came there.</param>
internal sealed record Opened(int Id, Uri Address, int ProcessId, Opening As);
