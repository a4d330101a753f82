namespace BorrowingWorkflow.Testing.Tests.Transports;

/// <summary>What can be wrong with a transport.</summary>
internal enum WireDefect
{
    None,
    SendsRequestsTwice,
    LeavesRenewalsOut,
    LeavesRepetitionsOut,
    KnowsAsciiOnly,
    TakesRefusalsForConfirmations,
    CallsQueuedDelivered,
    TakesSilenceForFailure,
    TakesAnyAnswerForConfirmation,
    TakesLateAnswersForOthers,
    TakesSecondAnswersForOthers,
    MakesNewIdsEachCall,
    MakesNewIdsAfterFailures,
    NamesMessagesByRequest,
    IgnoresRepeatOf,
    SwapsMessages,
    StaysBrokenAfterFailures,
    DropsWhatComesMeanwhile,
    DoesNotAsk,
    AnswersYesByItself,
    TakesSilenceForNo,
    AsksBySending,
    IgnoresCancellation,
    CallsCancelledNotDelivered,
    NamesThePatron,
    TakesFailuresForDone,
}
