using BorrowingWorkflow.Testing.Transports;

namespace BorrowingWorkflow.Testing.Tests.Transports;

public sealed class TransportConformanceTests : IClassFixture<TransportConformanceTests.WhenDone>
{
    private static readonly TransportSuite Modest = new(() => new WireHarness(TransportCapabilities.None));

    private static readonly TransportSuite Scripted = new(() => new ScriptedTransportHarness());

    #region docs:theory
    private static readonly TransportSuite Wire = new(() => new WireHarness());

    public static IEnumerable<object[]> Rows => Wire.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_transport_over_a_wire_keeps_the_contract(string name) => Wire.RunAsync(name);
    #endregion

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_transport_that_can_do_little_keeps_the_contract(string name) => Modest.RunAsync(name);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task The_scripted_transport_keeps_the_contract(string name) => Scripted.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose()
        {
            Wire.Manifest.EnsureComplete();
            Modest.Manifest.EnsureComplete();
            Scripted.Manifest.EnsureComplete();
        }
    }
}
