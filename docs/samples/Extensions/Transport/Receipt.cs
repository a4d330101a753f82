namespace BorrowingWorkflow.Samples.Transport;

/// <summary>What a partner answers at once: whether it has taken the letter, or whether it has the request that it was asked for.</summary>
/// <param name="Id">The letter, or the request, that is answered. A receipt for anything else means nothing.</param>
/// <param name="IsTaken">Null where the partner does not say.</param>
public sealed record Receipt(string? Id, bool? IsTaken);
