using System.Net;
using BorrowingWorkflow.AspNetCore.Desk.Access;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public class LoopbackTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost")]
    [InlineData("127.0.0.1", "LocalHost:5000")]
    [InlineData("127.8.9.10", "127.0.0.1:5000")]
    [InlineData("::1", "[::1]:5000")]
    [InlineData("::1", "localhost")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1")]
    public void A_caller_on_this_machine_counts_as_one(string remote, string host) => Assert.Null(FaultOf(remote, host));

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("192.168.1.5")]
    [InlineData("0.0.0.0")]
    [InlineData("128.0.0.1")]
    [InlineData("::")]
    [InlineData("::2")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData(null)]
    public void One_on_another_machine_does_not(string? remote) => Assert.Equal(LoopbackFault.Remote, FaultOf(remote, "localhost"));

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("x-forwarded-for")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Forwarded-Anything")]
    [InlineData("Forwarded")]
    [InlineData("FORWARDED")]
    [InlineData("Via")]
    [InlineData("X-Real-IP")]
    [InlineData("X-Original-For")]
    [InlineData("CF-Connecting-IP")]
    public void One_that_a_proxy_speaks_for_does_not_whatever_the_proxy_says(string header)
    {
        Assert.Equal(LoopbackFault.Forwarded, FaultOf("127.0.0.1", "localhost", header, "127.0.0.1"));
        Assert.Equal(LoopbackFault.Forwarded, FaultOf("::1", "localhost", header, ""));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("10.0.0.1")]
    [InlineData("[::2]")]
    [InlineData("desk.internal:5000")]
    [InlineData("")]
    public void One_that_asks_by_another_name_does_not(string host) => Assert.Equal(LoopbackFault.HostName, FaultOf("127.0.0.1", host));

    private static LoopbackFault? FaultOf(string? remote, string host, string? header = null, string? value = null)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Request.Host = new(host);
        if (header is not null)
        {
            context.Request.Headers[header] = value;
        }

        return Loopback.FaultOf(context);
    }
}
