namespace BorrowingWorkflow.Ports;

/// <summary>What a partner holds of what is asked for.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="IsRequestable">True where it lends it at present.</param>
/// <param name="Reason">Why it does not, or where it stands; null where nothing is to be said.</param>
public sealed record Holding(string Partner, bool IsRequestable = true, string? Reason = null);
