using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>How much a transport may claim to know.</summary>
internal static class CertaintyCases
{
    public static async Task RefusedAsync(TransportScene scene)
    {
        var expected = scene.Can(TransportCapabilities.TellsRefusals) ? Delivery.NotDelivered : Delivery.Unknown;
        await scene.BothUnderAsync(PeerBehaviour.Refuse, expected, "the partner refuses it");
        await NothingArrivedAsync(scene);
    }

    public static async Task UnreachableAsync(TransportScene scene)
    {
        var expected = scene.Can(TransportCapabilities.TellsUnreachable) ? Delivery.NotDelivered : Delivery.Unknown;
        await scene.BothUnderAsync(PeerBehaviour.BeUnreachable, expected, "there is no connection");
        await NothingArrivedAsync(scene);
    }

    public static Task DroppedAsync(TransportScene scene) =>
        scene.BothUnderAsync(PeerBehaviour.Drop, Delivery.Unknown, "the connection ends before the confirmation");

    public static Task NonsenseAsync(TransportScene scene) =>
        scene.BothUnderAsync(PeerBehaviour.TalkNonsense, Delivery.Unknown, "the answer means nothing");

    public static async Task LateAsync(TransportScene scene)
    {
        await scene.BothUnderAsync(PeerBehaviour.AnswerLate, Delivery.Unknown, "the confirmation is late");

        await scene.BehaveAsync(PeerBehaviour.Drop);
        await scene.Harness.LateAnswersArriveAsync();
        Check.Equal(Delivery.Unknown, await scene.OutcomeAsync(scene.Message(number: 3)), "The next message, after an earlier one's late confirmation");
    }

    public static async Task RepeatedAnswerAsync(TransportScene scene)
    {
        await scene.BothUnderAsync(PeerBehaviour.RepeatAnswers, Delivery.Delivered, "the confirmation comes twice");

        await scene.BehaveAsync(PeerBehaviour.Drop);
        Check.Equal(Delivery.Unknown, await scene.OutcomeAsync(scene.Message(number: 3)), "The next message, after an earlier one's second confirmation");
    }

    private static async Task NothingArrivedAsync(TransportScene scene) =>
        Check.Equal(0, (await scene.ReceivedAsync()).Count, "Messages at the partner");
}
