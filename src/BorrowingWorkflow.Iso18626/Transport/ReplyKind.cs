namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>How an exchange with a peer ended.</summary>
internal enum ReplyKind
{
    /// <summary>Nobody can tell whether the peer has the message.</summary>
    Unclear,

    /// <summary>The peer confirmed it: OK.</summary>
    Confirmed,

    /// <summary>The peer, or the server in front of it, did not take it.</summary>
    Refused,

    /// <summary>Not a byte of the message went out.</summary>
    NotSent,
}
