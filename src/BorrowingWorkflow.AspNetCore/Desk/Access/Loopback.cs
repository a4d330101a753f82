using System.Net;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Desk.Access;

/// <summary>Tells a caller on the same machine from one that a proxy on it speaks for.</summary>
internal static class Loopback
{
    // Those that proxies add, and those that ASP.NET's own middleware leaves behind when it has read them.
    private static readonly string[] Forwarding =
        ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Original-For", "X-Original-Host", "X-Original-Proto"];

    /// <summary>Why the caller does not count as one on this machine; null where it does.</summary>
    public static LoopbackFault? FaultOf(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote) ? LoopbackFault.Remote
        : context.Request.Headers.Keys.Any(IsForwarding) ? LoopbackFault.Forwarded
        : !NamesLoopback(context.Request.Host.Host) ? LoopbackFault.HostName
        : null;

    private static bool IsForwarding(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || Forwarding.Contains(header, StringComparer.OrdinalIgnoreCase);

    // A page of a stranger's whose name leads here comes from this machine's browser too.
    private static bool NamesLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
