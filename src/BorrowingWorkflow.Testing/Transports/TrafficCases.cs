using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>More than one message.</summary>
internal static class TrafficCases
{
    private const int Many = 64;

    public static async Task OrderAsync(TransportScene scene)
    {
        string[] texts = [.. Enumerable.Range(1, 20).Select(number => $"Note {number:00}.")];
        foreach (var (text, index) in texts.Select((text, index) => (text, index)))
        {
            await scene.DeliveredAsync(scene.Message(number: index + 2, text: text), text);
        }

        var received = (await scene.ReceivedAsync()).Select(message => message.Text ?? "");
        Check.Same(texts, scene.Can(TransportCapabilities.KeepsOrder) ? received : received.Order(StringComparer.Ordinal), "The notes at the partner");
    }

    public static async Task PoisonAsync(TransportScene scene)
    {
        // Text that many formats can't carry: whatever becomes of it, it must not cost the next message its way.
        await scene.OutcomeAsync(scene.Message(text: "\0\u0001\ud800 \uffff"));
        var poison = scene.Message(number: 3, text: "poison");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await scene.BehaveAsync(PeerBehaviour.TalkNonsense);
            Check.Equal(Delivery.Unknown, await scene.OutcomeAsync(poison), "The poison");
            await scene.BehaveAsync(PeerBehaviour.Accept);
            await scene.DeliveredAsync(scene.Message("R-2", number: attempt + 2, text: $"Note {attempt}."), "The message after the poison");
        }

        var others = await scene.ReceivedAsync("R-2");
        Check.Same(
            Enumerable.Range(0, 5).Select(number => $"Note {number}."),
            others.Select(message => message.Text).Order(StringComparer.Ordinal),
            "The other notes at the partner");
    }

    public static async Task ConcurrencyAsync(TransportScene scene)
    {
        var sends = Enumerable.Range(1, Many).Select(number =>
            number % 4 == 0 ? scene.Request($"R-{number}") : scene.Message($"R-{number}", text: $"Note for {number}."));
        var outcomes = await Task.WhenAll(sends.Select(send => Task.Run(() => scene.OutcomeAsync(send))));
        Check.Equal(Many, outcomes.Count(outcome => outcome == Delivery.Delivered), $"Confirmed of {Many} at once");

        var received = await scene.ReceivedAsync();
        Check.Same(
            Enumerable.Range(1, Many).Select(number => (Request: $"R-{number}", Text: number % 4 == 0 ? null : (string?)$"Note for {number}.")).Order(),
            received.Select(message => (message.Request, Text: message.Request is var id && int.Parse(id[2..], null) % 4 == 0 ? null : message.Text)).Order(),
            "What the partner has");
        Check.Equal(Many, received.Select(message => (message.Request, message.Id)).Distinct().Count(), "Different messages at the partner");
    }
}
