namespace BorrowingWorkflow.Rota;

/// <summary>Something that is wrong with an entry of a rota.</summary>
/// <param name="Position">The entry's position, from 0.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Reason">The same in words, for staff.</param>
public sealed record RotaFinding(int Position, string Partner, RotaFault Fault, string Reason);
