using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Testing.Transports;

namespace BorrowingWorkflow.Testing.Tests.Transports;

/// <summary>A <see cref="WireTransport"/> and its peer.</summary>
internal sealed class WireHarness : TransportHarness
{
    public const TransportCapabilities Everything =
        TransportCapabilities.AnswersQuestions | TransportCapabilities.TellsRefusals | TransportCapabilities.TellsUnreachable | TransportCapabilities.KeepsOrder;

    private readonly WirePeer _peer = new();
    private readonly WireTransport _transport;

    public WireHarness(TransportCapabilities capabilities = Everything, WireDefect defect = WireDefect.None)
    {
        Capabilities = capabilities;
        _transport = new(_peer, capabilities, defect);
    }

    #region docs:harness
    public override TransportCapabilities Capabilities { get; }

    public override IPartnerTransport Transport => _transport;

    public override ValueTask BehaveAsync(PeerBehaviour behaviour, CancellationToken cancellationToken = default)
    {
        _peer.Behaviour = behaviour;
        return ValueTask.CompletedTask;
    }

    public override ValueTask LateAnswersArriveAsync(CancellationToken cancellationToken = default)
    {
        _transport.Stray(_peer.Release());
        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyList<PeerMessage>> ReceivedAsync(CancellationToken cancellationToken = default) => new(_peer.Received);
    #endregion
}
