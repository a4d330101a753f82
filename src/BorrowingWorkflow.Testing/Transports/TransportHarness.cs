using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>A transport and a peer at its other end that a case scripts: fresh, and nobody else's. A host writes one for its transport.</summary>
/// <remarks>
/// It is made anew for each case and disposed of after it; several may exist at the same time. Give the transport short time-outs, or a
/// clock of the harness's own: the cases wait for calls to end.
/// </remarks>
public abstract class TransportHarness : IAsyncDisposable
{
    /// <summary>What the transport is made for.</summary>
    public abstract TransportCapabilities Capabilities { get; }

    /// <summary>The transport.</summary>
    public abstract IPartnerTransport Transport { get; }

    /// <summary>The peer, as a directory would describe it to the transport.</summary>
    /// <value>A partner with the code PEER.</value>
    public virtual Partner Partner => new("PEER");

    /// <summary>From now on the peer behaves so; at first it accepts.</summary>
    public abstract ValueTask BehaveAsync(PeerBehaviour behaviour, CancellationToken cancellationToken = default);

    /// <summary>Lets what the peer held back under <see cref="PeerBehaviour.AnswerLate"/> reach the transport now.</summary>
    public abstract ValueTask LateAnswersArriveAsync(CancellationToken cancellationToken = default);

    /// <summary>The messages that the peer took in, oldest first, questions left out.</summary>
    public abstract ValueTask<IReadOnlyList<PeerMessage>> ReceivedAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends transport and peer.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
