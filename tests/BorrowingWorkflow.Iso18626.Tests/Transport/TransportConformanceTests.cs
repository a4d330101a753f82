using BorrowingWorkflow.Testing.Transports;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>The transport under the conformance kit.</summary>
public sealed class TransportConformanceTests : IClassFixture<TransportConformanceTests.WhenDone>
{
    private static readonly TransportSuite Suite = new(() => new Iso18626Harness());

    public static IEnumerable<object[]> Rows => Suite.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task The_transport_keeps_the_contract(string name) => Suite.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose() => Suite.Manifest.EnsureComplete();
    }
}
