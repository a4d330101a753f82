namespace BorrowingWorkflow.Storage;

/// <summary>A queued send whose outcome is not known.</summary>
/// <param name="Effect">The effect's id.</param>
/// <param name="Entry">The position in the rota that it is for.</param>
/// <param name="IsUnderWay">True once it was leased: the partner may have it.</param>
public sealed record OpenSend(string Effect, int Entry, bool IsUnderWay);
