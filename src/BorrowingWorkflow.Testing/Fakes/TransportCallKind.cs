namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>What a transport was asked to do.</summary>
public enum TransportCallKind : byte
{
    /// <summary>To send the request itself, for the first time or again.</summary>
    Request,

    /// <summary>To send any other message.</summary>
    Message,

    /// <summary>To ask whether the partner has the request.</summary>
    Question,
}
