namespace BorrowingWorkflow.Rota;

/// <summary>A line of the why-log: why a candidate is in the rota, or out of it.</summary>
/// <param name="Partner">The candidate's code.</param>
/// <param name="IsIn">True where it is in the rota.</param>
/// <param name="Reason">A sentence for staff; nothing about the patron.</param>
public sealed record RotaDecision(string Partner, bool IsIn, string Reason);
