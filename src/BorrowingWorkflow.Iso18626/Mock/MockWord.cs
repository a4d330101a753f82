namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>Something that a mock lender is going to say.</summary>
/// <param name="Loan">About which request.</param>
/// <param name="Step">What.</param>
/// <param name="Due">When, in UTC.</param>
/// <param name="Written">When it was written, where that was earlier.</param>
internal sealed record MockWord(MockLoan Loan, MockStep Step, DateTimeOffset Due, DateTimeOffset? Written);
