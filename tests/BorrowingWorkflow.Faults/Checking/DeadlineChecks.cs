namespace BorrowingWorkflow.Faults.Checking;

/// <summary>Clocks that jump lose no deadline.</summary>
internal static class DeadlineChecks
{
    public static IEnumerable<Finding> Fired(Evidence evidence) =>
        from request in evidence.Requests.Values
        from deadline in request.Deadlines
        where deadline.At <= evidence.SettledAt
        select new Finding(Promises.DeadlinesFire, $"{request.Id}", $"{deadline.Kind} of {deadline.At:O}, now {evidence.SettledAt:O}");
}
