using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>A phase's area.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Path">Its outline.</param>
/// <param name="LabelAt">How far down its label is.</param>
/// <param name="Last">How many requests are in it at the end.</param>
internal sealed record PhaseArea(RequestPhase Phase, string Path, double LabelAt, int Last);
