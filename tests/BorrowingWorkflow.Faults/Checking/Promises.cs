namespace BorrowingWorkflow.Faults.Checking;

/// <summary>What the library promises whatever breaks, in the words of the findings.</summary>
internal static class Promises
{
    public const string NothingElseBreaks = "Nothing breaks that no fault explains";
    public const string AcknowledgedIsKept = "An acknowledged input is in the history";
    public const string NothingTwice = "No input is carried out twice";
    public const string NothingInvented = "There is no event without its input";
    public const string RequestAndHistoryAreOne = "A request and its history are one";
    public const string TablesAgree = "The tables agree";
    public const string HistoryFollows = "A history follows from the table";
    public const string RequestFollows = "A request follows from its history";
    public const string EffectHasEvent = "There is no effect without its event";
    public const string EffectsOnce = "An event has each of its effects once";
    public const string EffectIsAsAsked = "An effect is what its event asks for";
    public const string OutcomeIsTold = "What became of a send or a locate is what the history says";
    public const string EffectsAreSettled = "Every effect is settled in the end";
    public const string DoneHasArrived = "What is settled as done has arrived";
    public const string ArrivalIsSaved = "Nothing arrives that was not saved, and a repetition is the same again";
    public const string OneHolder = "Two lenders never hold a request";
    public const string DeadlinesFire = "A deadline that is due is fired";
}
