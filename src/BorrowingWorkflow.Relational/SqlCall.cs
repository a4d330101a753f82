namespace BorrowingWorkflow.Relational;

/// <summary>A statement with its values.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Expect">What it must come to.</param>
/// <param name="Values">Its values: 64-bit integers, text, bytes or null.</param>
internal readonly record struct SqlCall(Statement Statement, Expect Expect, object?[] Values);
