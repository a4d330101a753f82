namespace BorrowingWorkflow.Storage;

/// <summary>What became of an attempt to carry out an effect.</summary>
public enum EffectOutcome : byte
{
    /// <summary>Carried out: it leaves the queue.</summary>
    Done,

    /// <summary>Not carried out, and not tried again: it leaves the queue.</summary>
    Failed,

    /// <summary>Not carried out yet: it stays in the queue.</summary>
    Retry,
}
