namespace BorrowingWorkflow.Testing.Tests.Choirs;

/// <summary>What can be wrong with a store when many use it.</summary>
internal enum StoreDefect
{
    None,
    ForgetsKeys,
    MixesUpFirstVerdicts,
    ForgetsClauses,
    AcceptsStaleSaves,
    LosesAssignees,
    LosesAlerts,
    LosesDeadlines,
    LeasesTwice,
    MixesUpHistories,
}
