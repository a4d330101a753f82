using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Samples.Transport;
using BorrowingWorkflow.Testing.Transports;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Samples;

#region docs:proof
public sealed class TransportTests : IClassFixture<TransportTests.WhenDone>
{
    private static readonly TransportSuite Suite = new(() => new Harness());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promise(string name) => Suite.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose() => Suite.Manifest.EnsureComplete();
    }

    private sealed class Harness : TransportHarness
    {
        private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

        private readonly ScriptedPeer _peer;
        private readonly HttpClient _http;

        public Harness()
        {
            var clock = new FakeTimeProvider();
            _peer = new(clock, Timeout);
            _http = new(_peer);
            Transport = new HttpTransport(_http, _ => new("http://peer.example/letters"), Timeout, clock);
        }

        public override TransportCapabilities Capabilities =>
            TransportCapabilities.AnswersQuestions | TransportCapabilities.TellsRefusals | TransportCapabilities.TellsUnreachable | TransportCapabilities.KeepsOrder;

        public override IPartnerTransport Transport { get; }

        public override ValueTask BehaveAsync(PeerBehaviour behaviour, CancellationToken cancellationToken = default)
        {
            _peer.Behaviour = behaviour;
            return ValueTask.CompletedTask;
        }

        public override ValueTask LateAnswersArriveAsync(CancellationToken cancellationToken = default)
        {
            _peer.Release();
            return ValueTask.CompletedTask;
        }

        public override ValueTask<IReadOnlyList<PeerMessage>> ReceivedAsync(CancellationToken cancellationToken = default) => new(_peer.Received);

        public override ValueTask DisposeAsync()
        {
            _http.Dispose();
            return base.DisposeAsync();
        }
    }
}
#endregion
