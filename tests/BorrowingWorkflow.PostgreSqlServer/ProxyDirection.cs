namespace BorrowingWorkflow.Tests.Servers;

/// <summary>Which way bytes go through a <see cref="TcpProxy"/>.</summary>
public enum ProxyDirection
{
    /// <summary>What the client says.</summary>
    ToServer,

    /// <summary>What the server answers.</summary>
    ToClient,
}
