using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Choirs;

/// <summary>Inputs of every sender in an order that a seed decides; a third of them come more than once.</summary>
internal static class Song
{
    private static readonly (Trigger Trigger, Actor By)[] Voices =
    [
        (Trigger.AddNote, Actor.Staff), (Trigger.DismissNote, Actor.Staff), (Trigger.Assign, Actor.Staff), (Trigger.SendGeneralMessage, Actor.Staff),
        (Trigger.EditRequest, Actor.Staff), (Trigger.CancelByStaff, Actor.Staff), (Trigger.Receive, Actor.Staff), (Trigger.Loan, Actor.Staff),
        (Trigger.ReturnToPartner, Actor.Staff), (Trigger.UndoReturn, Actor.Staff), (Trigger.Reactivate, Actor.Staff), (Trigger.Send, Actor.Staff),
        (Trigger.CancelByPatron, Actor.Patron), (Trigger.RequestRenewal, Actor.Patron),
        (Trigger.PartnerAccepted, Actor.Partner), (Trigger.PartnerWillSupply, Actor.Partner), (Trigger.PartnerSetCondition, Actor.Partner),
        (Trigger.PartnerShipped, Actor.Partner), (Trigger.PartnerRejected, Actor.Partner), (Trigger.PartnerRefusedCancel, Actor.Partner),
        (Trigger.PartnerRenewed, Actor.Partner), (Trigger.PartnerOverdue, Actor.Partner), (Trigger.PartnerCheckedIn, Actor.Partner),
        (Trigger.ReceiveGeneralMessage, Actor.Partner), (Trigger.Sent, Actor.System), (Trigger.DueDatePassed, Actor.System),
    ];

    public static IReadOnlyList<WorkflowInput> For(RequestId request, int count, int seed)
    {
        var random = new Random(seed);
        var song = Enumerable.Range(1, count).SelectMany(number => Enumerable.Repeat(Input(request, number, random), number % 3 == 0 ? random.Next(2, 6) : 1)).ToArray();
        random.Shuffle(song);
        return song;
    }

    private static WorkflowInput Input(RequestId request, int number, Random random)
    {
        var (trigger, by) = Voices[random.Next(Voices.Length)];
        return new()
        {
            Request = request,
            Trigger = trigger,
            By = by,
            MessageId = $"song/{number}",
            Who = by == Actor.Staff ? "ana" : null,
            Partner = by == Actor.Partner ? ChoirHall.Partners[random.Next(4) == 0 ? 1 : 0] : null,
            Data = new()
            {
                Text = $"Verse {number}.",
                Title = trigger == Trigger.EditRequest ? $"Title {number}" : null,
                Assignee = trigger == Trigger.Assign ? $"singer-{number}" : null,
                Condition = trigger == Trigger.PartnerSetCondition ? "LibraryUseOnly" : null,
                DueDate = trigger is Trigger.PartnerShipped or Trigger.PartnerRenewed or Trigger.Loan
                    ? new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number)
                    : null,
            },
        };
    }
}
