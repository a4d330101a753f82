using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine.Diagrams;

/// <summary>The way that a request went: its statuses, and its steps from one to the next.</summary>
internal sealed record Way(StatusSet Statuses, IReadOnlyList<(BorrowingStatus From, BorrowingStatus To)> Steps)
{
    public static Way Of(IEnumerable<BorrowingStatus>? travelled)
    {
        BorrowingStatus[] statuses = [.. (travelled ?? []).Where(status => status != BorrowingStatus.None)];
        return new([.. statuses], [.. statuses.Zip(statuses.Skip(1)).Where(step => step.First != step.Second)]);
    }
}
