using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>Messages to a partner, as the dispatcher hands them to a transport.</summary>
internal static class Sends
{
    public const string Patron = "patron-4711";

    public const string Secret = "between the patron and the library";

    public static readonly DateTimeOffset Decided = new DateTimeOffset(2026, 9, 7, 9, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);

    public static PartnerSend TheRequest { get; } = Of(EffectKind.SendRequest);

    public static PartnerSend ANote { get; } = Of(EffectKind.SendNote, text: "Is it on its way?");

    public static PartnerSend AQuestion { get; } = Of(EffectKind.AskPartner);

    public static PartnerSend Of(
        EffectKind kind,
        string? detail = null,
        string? text = null,
        string id = "R-1/1/1",
        string? repeatOf = null,
        Action<BorrowingRequest>? change = null,
        string partner = "CSUN")
    {
        var request = new BorrowingRequest
        {
            Id = id[..id.IndexOf('/', StringComparison.Ordinal)],
            Version = 1,
            Revision = 1,
            Status = BorrowingStatus.ReadyToBeSent,
            EnteredAt = Decided,
            CreatedAt = Decided,
            Library = "SDSU",
            Patron = new(Patron, "faculty"),
            Citation = new() { Title = "The Dispossessed", Author = "Le Guin, Ursula K.", Isbn = "0-06-051275-X (pbk.)" },
            Rota = [new RotaEntry(partner) { State = EntryState.Active }],
            ActiveEntry = 0,
        };
        change?.Invoke(request);
        var effect = new Effect(id, request.Id, kind)
        {
            Detail = detail,
            Text = text,
            Partner = partner,
            Entry = 0,
            RepeatOf = repeatOf ?? id,
            At = Decided,
            NotBefore = Decided,
        };
        return new(effect, request, new Partner(partner));
    }
}
