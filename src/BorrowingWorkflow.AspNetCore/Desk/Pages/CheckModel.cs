using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>A check's list, with the item that is worked now.</summary>
/// <param name="Check">The check.</param>
/// <param name="Items">A page of its list.</param>
/// <param name="After">Where the page begins; null on the first.</param>
/// <param name="Further">Where the page behind it begins; null on the last.</param>
/// <param name="Current">The item that is worked now; null where the list is empty.</param>
/// <param name="Following">The check to work after this one; null where none is due.</param>
internal sealed record CheckModel(
    DueCheck Check, IReadOnlyList<CheckItem> Items, string? After, string? Further, CurrentItem? Current, CheckPolicy? Following);

/// <summary>A request on a check's list.</summary>
internal sealed record CheckItem(RequestSummary Summary, string? Title);

/// <summary>The request that is worked now.</summary>
/// <param name="Request">The request.</param>
/// <param name="Remedies">What the check recommends and is possible now, the usual one first.</param>
/// <param name="Recent">The last of its history, newest first.</param>
/// <param name="Next">Where the next item is.</param>
internal sealed record CurrentItem(BorrowingRequest Request, IReadOnlyList<ActionModel> Remedies, IReadOnlyList<HistoryEvent> Recent, string Next);
