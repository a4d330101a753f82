namespace BorrowingWorkflow.Testing.Tests.Ports;

/// <summary>What can be wrong with a notifier or a circulation.</summary>
internal enum PortDefect
{
    None,
    LeavesOneOut,
    MakesNewKeys,
    LooksBeforeItLeaps,
    RecognisesByContent,
    LosesWhatComesMeanwhile,
    WritesDownBeforeTheDeed,
    MakesNewKeysAfterFailures,
    SwallowsFaults,
    IgnoresCancellation,
    RemembersTheLastOnly,
    FormatsText,
    NeedsAPatron,
    NamesThePatron,
    MakesNewKeysAfterARestart,
}
