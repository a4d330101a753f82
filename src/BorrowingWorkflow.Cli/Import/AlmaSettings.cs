using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>How an export is to be read.</summary>
/// <param name="Columns">The columns that the call names.</param>
/// <param name="Statuses">What words for statuses mean.</param>
/// <param name="Unknown">What a request is imported as whose status nobody knows; null: it is not.</param>
/// <param name="Dates">How dates are written.</param>
/// <param name="Library">The borrowing library where the row names none.</param>
internal sealed record AlmaSettings(
    IReadOnlyDictionary<AlmaColumn, string> Columns, AlmaStatuses Statuses, BorrowingStatus? Unknown, AlmaDates Dates, string? Library);
