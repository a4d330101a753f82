using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>A phase in the picture.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Place">Where its rows are.</param>
/// <param name="Lines">Its name, a line or two.</param>
internal sealed record DiagramBand(RequestPhase Phase, Box Place, IReadOnlyList<string> Lines);
