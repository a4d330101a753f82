namespace BorrowingWorkflow.Testing.Tests.Transports;

/// <summary>What the peer answers.</summary>
internal enum WireWord
{
    Yes,
    No,
    Refused,
    Gibberish,
}
