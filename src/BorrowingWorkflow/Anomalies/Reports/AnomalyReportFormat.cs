namespace BorrowingWorkflow.Anomalies.Reports;

/// <summary>How a report is written.</summary>
public enum AnomalyReportFormat : byte
{
    /// <summary>Aligned text for a terminal, with the remedy beside each kind of finding.</summary>
    Table,

    /// <summary>One line of JSON, for programs.</summary>
    Json,

    /// <summary>Comma-separated values, for programs and spreadsheets.</summary>
    Csv,

    /// <summary>One page that needs nothing beside it, to read, print or mail.</summary>
    Html,
}
