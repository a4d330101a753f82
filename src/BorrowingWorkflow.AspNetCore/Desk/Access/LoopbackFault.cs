namespace BorrowingWorkflow.AspNetCore.Desk.Access;

/// <summary>Why a caller does not count as one on this machine.</summary>
internal enum LoopbackFault
{
    /// <summary>It is on another machine.</summary>
    Remote,

    /// <summary>The call came through a proxy.</summary>
    Forwarded,

    /// <summary>It asked for another host's name.</summary>
    HostName,
}
