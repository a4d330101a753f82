using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Benchmarks.Saga;

/// <summary>A request's life of eleven inputs: the first partner rejects, the second ships, the item is lent and goes back.</summary>
internal static class LoanLife
{
    public const int Length = 11;

    private static readonly DateTimeOffset Start = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    public static WorkflowInput[] Of(Guid request, int number)
    {
        var step = 0;
        return
        [
            Next(Trigger.Submit, Actor.Patron, null, new()
            {
                Library = "SDSU",
                Patron = $"P{number}",
                Title = $"Collected works, {number}",
                Author = "Anonymous",
                Isbn = $"978{number:0000000000}",
                Pickup = "Main",
            }),
            Next(Trigger.RotaBuilt, Actor.System, null, new() { Partners = ["CHICO", "CSUN", "SJSU"] }),
            Next(Trigger.Sent, Actor.System, "CHICO"),
            Next(Trigger.PartnerRejected, Actor.Partner, "CHICO", new() { Reason = "not-on-shelf" }),
            Next(Trigger.Sent, Actor.System, "CSUN"),
            Next(Trigger.PartnerShipped, Actor.Partner, "CSUN", new() { DueDate = Start.AddDays(60) }),
            Next(Trigger.Receive, Actor.Staff),
            Next(Trigger.Loan, Actor.Staff, null, new() { DueDate = Start.AddDays(40) }),
            Next(Trigger.ReturnAtBranch, Actor.Staff),
            Next(Trigger.ReturnToPartner, Actor.Staff),
            Next(Trigger.PartnerCheckedIn, Actor.Partner, "CSUN"),
        ];

        WorkflowInput Next(Trigger trigger, Actor by, string? partner = null, InputData? data = null) => new()
        {
            Request = request.ToString(),
            Trigger = trigger,
            By = by,
            MessageId = $"{++step}",
            Partner = partner,
            At = Start.AddHours(step),
            Data = data ?? new(),
        };
    }
}
