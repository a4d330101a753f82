namespace BorrowingWorkflow.Checks.Reports;

/// <summary>How a report is written.</summary>
public enum CheckReportFormat : byte
{
    /// <summary>Aligned text for a terminal, with the advice beside each list.</summary>
    Table,

    /// <summary>One line of JSON, for programs.</summary>
    Json,

    /// <summary>Comma-separated values, for programs and spreadsheets.</summary>
    Csv,

    /// <summary>One page that needs nothing beside it, to read, print or mail.</summary>
    Html,
}
