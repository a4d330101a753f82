using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>Has the partner got the request?</summary>
internal static class QuestionCases
{
    public static async Task HasAsync(TransportScene scene)
    {
        await scene.BehaveAsync(PeerBehaviour.Drop);
        await scene.OutcomeAsync(scene.Request());
        await scene.BehaveAsync(PeerBehaviour.Accept);
        Check.Equal(Known(scene, Delivery.Delivered), await scene.OutcomeAsync(scene.Question()), "Asked for a request that arrived");
    }

    public static async Task HasNotAsync(TransportScene scene)
    {
        await scene.OutcomeAsync(scene.Request("R-2"));
        Check.Equal(Known(scene, Delivery.NotDelivered), await scene.OutcomeAsync(scene.Question("R-1")), "Asked for a request that never went out");
    }

    public static async Task NoAnswerAsync(TransportScene scene)
    {
        await scene.OutcomeAsync(scene.Request());
        PeerBehaviour[] silent = [PeerBehaviour.Refuse, PeerBehaviour.Drop, PeerBehaviour.AnswerLate, PeerBehaviour.BeUnreachable, PeerBehaviour.TalkNonsense];
        foreach (var (behaviour, index) in silent.Select((behaviour, index) => (behaviour, index)))
        {
            await scene.BehaveAsync(behaviour);
            Check.Equal(Delivery.Unknown, await scene.OutcomeAsync(scene.Question(number: 10 + index)), $"Asked under {behaviour}");
        }
    }

    public static async Task SendsNothingAsync(TransportScene scene)
    {
        await scene.OutcomeAsync(scene.Question());
        await scene.BehaveAsync(PeerBehaviour.Drop);
        await scene.OutcomeAsync(scene.Question(number: 10));
        Check.Equal(0, (await scene.ReceivedAsync()).Count, "Messages at the partner after two questions");
    }

    private static Delivery Known(TransportScene scene, Delivery answer) =>
        scene.Can(TransportCapabilities.AnswersQuestions) ? answer : Delivery.Unknown;
}
