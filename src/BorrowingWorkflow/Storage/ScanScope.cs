namespace BorrowingWorkflow.Storage;

/// <summary>How much a scan reads.</summary>
public enum ScanScope : byte
{
    /// <summary>Summaries of the requests that daily lists look through: open, or with an active note or message.</summary>
    Watched,

    /// <summary>Every request: a summary each, and the snapshot too where the request is watched or remarkable.</summary>
    Everything,
}
