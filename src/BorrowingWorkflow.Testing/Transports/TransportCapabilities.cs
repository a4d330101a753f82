namespace BorrowingWorkflow.Testing.Transports;

/// <summary>What a transport is made for. A capability decides which behaviour is expected; no case is left out for want of one.</summary>
[Flags]
public enum TransportCapabilities
{
    /// <summary>Whatever is not confirmed is unknown, questions too, and messages may overtake each other.</summary>
    None = 0,

    /// <summary>The peer can be asked whether it has a request. Without it: the answer is always unknown.</summary>
    AnswersQuestions = 1,

    /// <summary>A refusal is told from silence. Without it: a refused message is unknown.</summary>
    TellsRefusals = 2,

    /// <summary>A peer that can't be reached is told from silence. Without it: the message is unknown.</summary>
    TellsUnreachable = 4,

    /// <summary>Messages that are sent one after another arrive in that order. Without it: they all arrive, in any order.</summary>
    KeepsOrder = 8,
}
