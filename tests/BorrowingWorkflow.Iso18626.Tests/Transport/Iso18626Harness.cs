using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Testing.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>The transport of this package and a server that the conformance kit scripts.</summary>
internal sealed class Iso18626Harness : TransportHarness, IPeerDirectory
{
    private readonly Lock _lock = new();
    private readonly List<PeerMessage> _received = [];
    private readonly HashSet<string> _requests = [];
    private readonly TaskCompletionSource _late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ClosedPort _closed = new();
    private readonly Wire _wire;
    private volatile PeerBehaviour _behaviour;

    public Iso18626Harness() => _wire = new(AnswerAsync, host: services => services.AddSingleton<IPeerDirectory>(this));

    public override TransportCapabilities Capabilities =>
        TransportCapabilities.AnswersQuestions | TransportCapabilities.TellsRefusals | TransportCapabilities.TellsUnreachable | TransportCapabilities.KeepsOrder;

    public override IPartnerTransport Transport => _wire.Transport;

    public override Partner Partner => new("CSUN");

    public override ValueTask BehaveAsync(PeerBehaviour behaviour, CancellationToken cancellationToken = default)
    {
        _behaviour = behaviour;
        return ValueTask.CompletedTask;
    }

    public override ValueTask LateAnswersArriveAsync(CancellationToken cancellationToken = default)
    {
        _late.TrySetResult();
        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyList<PeerMessage>> ReceivedAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return new([.. _received]);
        }
    }

    public ValueTask<Peer?> FindAsync(string partner, CancellationToken cancellationToken = default) =>
        new(_behaviour == PeerBehaviour.BeUnreachable ? _wire.Peer with { Endpoint = _closed.Endpoint } : _wire.Peer);

    public ValueTask<Peer?> FindAsync(AgencyId agency, CancellationToken cancellationToken = default) => new(_wire.Peer);

    public override async ValueTask DisposeAsync()
    {
        _late.TrySetResult();
        await _wire.DisposeAsync();
        _closed.Dispose();
        await base.DisposeAsync();
    }

    private async Task<bool> AnswerAsync(RawRequest request, Stream stream)
    {
        var behaviour = _behaviour;
        var known = !request.IsQuestion || Has(request.Header.RequestingAgencyRequestId);
        if (!request.IsQuestion && behaviour != PeerBehaviour.Refuse)
        {
            Take(request);
        }

        Func<RawRequest, Stream, Task<bool>> truth = known ? Answers.Ok : Answers.Error(ErrorType.UnrecognisedDataValue, "requestingAgencyRequestId");
        switch (behaviour)
        {
            case PeerBehaviour.Drop:
                return false;
            case PeerBehaviour.Refuse:
                return await Answers.Error(ErrorType.UnsupportedActionType)(request, stream);
            case PeerBehaviour.TalkNonsense:
                return await Answers.Text("<ISO18626Message>what?")(request, stream);
            case PeerBehaviour.RepeatAnswers:
                await truth(request, stream);
                return await truth(request, stream);
            case PeerBehaviour.AnswerLate:
                _wire.Clock.Advance(_wire.Peer.Timeout);
                await _late.Task;
                return await truth(request, stream);
            default:
                return await truth(request, stream);
        }
    }

    private bool Has(string request)
    {
        lock (_lock)
        {
            return _requests.Contains(request);
        }
    }

    // As the standard means it: the timestamp tells messages about a request apart.
    private void Take(RawRequest request)
    {
        var header = request.Header;
        lock (_lock)
        {
            _received.Add(new(
                header.RequestingAgencyRequestId,
                header.Timestamp!.Value.Text,
                header.Timestamp.Value.Value,
                (request.Message.Body as RequestingAgencyMessage)?.Note));
            if (request.Message.Body is Request)
            {
                _requests.Add(header.RequestingAgencyRequestId);
            }
        }
    }
}
