using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Testing.Fakes;
using BorrowingWorkflow.Testing.Transports;

namespace BorrowingWorkflow.Testing.Tests.Transports;

/// <summary>The fake that hosts test with, as a transport like any other.</summary>
internal sealed class ScriptedTransportHarness : TransportHarness
{
    private readonly ScriptedTransport _transport = new();

    public override TransportCapabilities Capabilities => WireHarness.Everything;

    public override IPartnerTransport Transport => _transport;

    public override ValueTask BehaveAsync(PeerBehaviour behaviour, CancellationToken cancellationToken = default)
    {
        var script = _transport.For(Partner.Code);
        foreach (var kind in Enum.GetValues<EffectKind>())
        {
            Behave(script.On(kind).Clear(), behaviour, isQuestion: kind == EffectKind.AskPartner);
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask LateAnswersArriveAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public override ValueTask<IReadOnlyList<PeerMessage>> ReceivedAsync(CancellationToken cancellationToken = default) =>
        new([.. _transport.ReceivedBy(Partner.Code).Select(effect => new PeerMessage(effect.Request.Value, effect.RepeatOf ?? effect.Id, effect.At, effect.Text))]);

    private static void Behave(MessageScript script, PeerBehaviour behaviour, bool isQuestion)
    {
        switch (behaviour)
        {
            case PeerBehaviour.Refuse or PeerBehaviour.BeUnreachable when !isQuestion:
                script.Fails(int.MaxValue);
                break;
            case PeerBehaviour.TalkNonsense:
                script.Throws(arrives: true, times: int.MaxValue);
                break;
            case PeerBehaviour.Accept or PeerBehaviour.RepeatAnswers:
                break;
            default:
                script.StaysUnknown(times: int.MaxValue);
                break;
        }
    }
}
