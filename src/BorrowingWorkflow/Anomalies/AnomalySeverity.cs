namespace BorrowingWorkflow.Anomalies;

/// <summary>How much a finding matters. Written in lower case in reports.</summary>
public enum AnomalySeverity : byte
{
    /// <summary>Worth knowing; nobody has to act at once.</summary>
    Info,

    /// <summary>Somebody should act, or something will go wrong.</summary>
    Warning,

    /// <summary>Something has gone wrong: an item, a patron or a request is stuck until somebody acts.</summary>
    Error,
}
