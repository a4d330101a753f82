namespace BorrowingWorkflow.Cli.Import;

/// <summary>How an export writes dates that are not those of ISO 8601, which are always read.</summary>
internal enum AlmaDateOrder
{
    /// <summary>Only 2026-12-18.</summary>
    Iso,

    /// <summary>12/18/2026 too.</summary>
    Mdy,

    /// <summary>18/12/2026 and 18.12.2026 too.</summary>
    Dmy,
}
