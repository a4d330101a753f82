namespace BorrowingWorkflow.Testing.Transports;

/// <summary>A message as the peer saw it. A message that came twice is two of these.</summary>
/// <param name="Request">The request's id, as the peer saw it.</param>
/// <param name="Id">What the peer tells a repetition by, whatever the format calls it.</param>
/// <param name="Date">The message's own date, to the second at least; not when it came.</param>
/// <param name="Text">The free text; null where there was none.</param>
public sealed record PeerMessage(string Request, string Id, DateTimeOffset Date, string? Text);
