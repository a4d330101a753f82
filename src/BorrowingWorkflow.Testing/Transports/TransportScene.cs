using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>A case at work: the harness, and words for what is sent and seen.</summary>
internal sealed class TransportScene(TransportHarness harness, CancellationToken cancellationToken)
{
    /// <summary>Long past, so that a transport that dates messages by its own clock is found out.</summary>
    private static readonly DateTimeOffset Decided = new(2021, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public const string Patron = "patron-4711-of-whom-nobody-speaks";

    public const string Secret = "a text that is between patron and library";

    public TransportHarness Harness => harness;

    public CancellationToken CancellationToken => cancellationToken;

    public IPartnerTransport Transport => harness.Transport;

    public bool Can(TransportCapabilities capability) => (harness.Capabilities & capability) != 0;

    public ValueTask BehaveAsync(PeerBehaviour behaviour) => harness.BehaveAsync(behaviour, cancellationToken);

    public async Task<IReadOnlyList<PeerMessage>> ReceivedAsync() => await harness.ReceivedAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<PeerMessage>> ReceivedAsync(string request) =>
        [.. (await ReceivedAsync().ConfigureAwait(false)).Where(message => message.Request == request)];

    /// <summary>The request itself. Its id follows from the request and the number, as the engine's do.</summary>
    public PartnerSend Request(string request = "R-1", EffectKind kind = EffectKind.SendRequest, int number = 1, string? repeatOf = null, DateTimeOffset? at = null) =>
        Send(new($"{request}/{number}/1", request, kind) { Entry = 0, RepeatOf = repeatOf }, at);

    /// <summary>A note, or another message.</summary>
    public PartnerSend Message(string request = "R-1", EffectKind kind = EffectKind.SendNote, int number = 2, string? text = "Is it on its way?")
    {
        var effect = new Effect($"{request}/{number}/1", request, kind)
        {
            Entry = 0,
            Text = text,
            Detail = kind == EffectKind.SendConditionAnswer ? "yes" : null,
        };
        return Send(effect, Decided.AddMinutes(number));
    }

    public PartnerSend Question(string request = "R-1", int number = 9) => Send(new($"{request}/{number}/1", request, EffectKind.AskPartner) { Entry = 0 }, null);

    /// <summary>Sends by the member that is for it. A transport that throws leaves the outcome unknown, as the dispatcher takes it.</summary>
    public async Task<Delivery> OutcomeAsync(PartnerSend send, CancellationToken? token = null)
    {
        try
        {
            return await CallAsync(send, token ?? cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Delivery.Unknown;
        }
    }

    public ValueTask<Delivery> CallAsync(PartnerSend send, CancellationToken token) => send.Effect.Kind switch
    {
        EffectKind.AskPartner => Transport.AskAsync(send, token),
        _ when send.Effect.IsSend => Transport.SendRequestAsync(send, token),
        _ => Transport.SendMessageAsync(send, token),
    };

    public async Task DeliveredAsync(PartnerSend send, string what) =>
        Check.Equal(Delivery.Delivered, await CallAsync(send, cancellationToken).ConfigureAwait(false), what);

    /// <summary>The same under a behaviour, for the request and for a message.</summary>
    public async Task BothUnderAsync(PeerBehaviour behaviour, Delivery expected, string what)
    {
        await BehaveAsync(behaviour).ConfigureAwait(false);
        Check.Equal(expected, await OutcomeAsync(Request()).ConfigureAwait(false), $"The request, when {what}");
        Check.Equal(expected, await OutcomeAsync(Message()).ConfigureAwait(false), $"A message, when {what}");
    }

    private PartnerSend Send(Effect effect, DateTimeOffset? at)
    {
        var decided = at ?? Decided;
        var request = new BorrowingRequest
        {
            Id = effect.Request,
            Version = 1,
            Revision = 1,
            Status = BorrowingStatus.ReadyToBeSent,
            EnteredAt = decided,
            CreatedAt = decided,
            Library = "SDSU",
            Patron = new(Patron, "faculty"),
            Citation = new() { Title = "The Dispossessed", Author = "Le Guin, Ursula K.", Isbn = "9780060512750" },
            Rota = [new RotaEntry(harness.Partner.Code) { State = EntryState.Active }],
            ActiveEntry = 0,
        };
        return new(effect with { Partner = harness.Partner.Code, At = decided, NotBefore = decided }, request, harness.Partner);
    }
}
