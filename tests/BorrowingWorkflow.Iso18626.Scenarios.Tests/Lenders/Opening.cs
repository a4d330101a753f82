using BorrowingWorkflow.Iso18626.Mock;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests.Lenders;

/// <summary>What the lenders' process has to know of a lender.</summary>
/// <param name="Scenario">How it behaves.</param>
/// <param name="Options">Who it is and how fast.</param>
/// <param name="Now">The time on its clock, which stands until it is set.</param>
internal sealed record Opening(MockScenario Scenario, MockLenderOptions Options, DateTimeOffset Now);
