namespace BorrowingWorkflow.Anomalies;

/// <summary>What a detector looks at, besides the status.</summary>
[Flags]
public enum AnomalyInputs
{
    /// <summary>The status alone.</summary>
    None = 0,

    /// <summary>How long the request has been in its status, or another date of it.</summary>
    Age = 1,

    /// <summary>The request's past, as kept on the snapshot: it looks at every status that its rule names, final ones too.</summary>
    History = 2,

    /// <summary>The temporary items of the local catalogue. Without an item source the detector does not run.</summary>
    Item = 4,

    /// <summary>The effects that wait to be carried out.</summary>
    Outbox = 8,

    /// <summary>The partner directory. Without one the detector runs in part or not at all, and the report says so.</summary>
    Partners = 16,

    /// <summary>Several requests together.</summary>
    Set = 32,
}
