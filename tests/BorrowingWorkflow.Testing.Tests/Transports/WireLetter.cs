namespace BorrowingWorkflow.Testing.Tests.Transports;

/// <summary>What goes over the wire.</summary>
/// <param name="Call">What its answer is matched by.</param>
internal sealed record WireLetter(int Call, bool IsQuestion, bool IsRequest, string Request, string Id, DateTimeOffset Date, string? Text);
