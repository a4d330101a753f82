namespace BorrowingWorkflow.Engine;

/// <summary>What became of an input. Every input gets exactly one verdict, stored with the request's history.</summary>
public enum Verdict : byte
{
    /// <summary>A clause matched.</summary>
    Applied,

    /// <summary>A partner's or the system's trigger that no clause allows here: accepted, kept and flagged.</summary>
    OutOfSequence,

    /// <summary>The sender is not the active entry's partner: accepted, kept and flagged.</summary>
    FromInactivePartner,

    /// <summary>The same message again: the first verdict stands.</summary>
    Duplicate,

    /// <summary>A patron's or staff's trigger that no clause allows here.</summary>
    Refused,
}
