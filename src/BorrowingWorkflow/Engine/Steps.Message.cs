using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Engine;

internal static partial class Steps
{
    public static readonly Step AddMessage = new("add an active general message", d =>
        d.Request.Messages = [.. d.Request.Messages, new(d.Input.MessageId, d.Input.Partner, d.Data.Text ?? "", d.Now)]);

    public static readonly Step AlertMessage = Alert("GeneralMessage");

    public static readonly Step DismissMessages = new("", d => d.Request.Messages =
    [
        .. d.Request.Messages.Select(message =>
            message.IsActive && (d.Data.Message ?? message.Id) == message.Id ? message with { DismissedAt = d.Now } : message),
    ]);

    public static readonly Step SendNote = new("SendNote", d =>
    {
        var note = d.EmitToPartner(EffectKind.SendNote, text: d.Data.Text);
        d.Request.Messages = [.. d.Request.Messages, new(d.Input.MessageId, note.Partner, d.Data.Text ?? "", d.Now, IsOutgoing: true)];
    });

    public static readonly Step AddNoteToRequest = new("add an active note", d =>
        d.Request.Notes = [.. d.Request.Notes, new(d.Input.MessageId, d.Data.Text ?? "", d.Now, d.Input.Who)]);

    public static readonly Step DismissNotes = new("", d => d.Request.Notes =
    [
        .. d.Request.Notes.Select(note => note.IsActive && (d.Data.Message ?? note.Id) == note.Id ? note with { DismissedAt = d.Now } : note),
    ]);

    public static readonly Step ReorderRota = new("", d =>
    {
        var order = d.Data.Order ?? d.Data.Partners ?? [];
        var pending = d.Request.Rota.Where(entry => entry.State == EntryState.Pending).ToArray();
        var reordered = new Queue<RotaEntry>(
        [
            .. order.Select(code => pending.First(entry => entry.Partner == code)),
            .. pending.Where(entry => !order.Contains(entry.Partner, StringComparer.Ordinal)),
        ]);
        d.Request.Rota = [.. d.Request.Rota.Select(entry => entry.State == EntryState.Pending ? reordered.Dequeue() : entry)];
    });

    public static readonly Step ApplyEdit = new("record what changed", d => d.Records.AddRange(Edits.Apply(d.Request, d.Data)));

    public static readonly Step SetAssignee = new("", d => d.Request.Assignee = d.Data.Assignee);
}
