using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Faults.Surroundings;

/// <summary>What partners answer to what reached them. A repetition is recognised: it gets the first answers again, or none. Not safe for several threads.</summary>
internal sealed class PartnerMinds(int seed, Mailbox mail)
{
    private static readonly (int Weight, Trigger[] Answers)[] ToRequests =
    [
        (28, [Trigger.PartnerAccepted, Trigger.PartnerWillSupply, Trigger.PartnerShipped]),
        (20, [Trigger.PartnerShipped]),
        (10, [Trigger.PartnerAcknowledged, Trigger.PartnerShippedDigitally]),
        (16, [Trigger.PartnerRejected]),
        (8, [Trigger.PartnerSetCondition]),
        (5, [Trigger.PartnerRetryPossible]),
        (5, [Trigger.PartnerAccepted, Trigger.PartnerCancelled]),
        (8, []),
    ];

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, List<WorkflowInput>> _answers = new(StringComparer.Ordinal);

    public void TakeRequest(Effect request)
    {
        if (_answers.TryGetValue($"{request.Partner}/{request.RepeatOf}", out var earlier))
        {
            earlier.ForEach(mail.Post);
            return;
        }

        var draw = _random.Next(ToRequests.Sum(answer => answer.Weight));
        Answer(request, request.RepeatOf!, ToRequests.First(answer => (draw -= answer.Weight) < 0).Answers);
    }

    public void TakeMessage(Effect message)
    {
        if (_answers.ContainsKey($"{message.Partner}/{message.Id}"))
        {
            return;
        }

        var draw = _random.Next(100);
        Answer(message, message.Id, message.Kind switch
        {
            EffectKind.SendCancel => draw < 60 ? [Trigger.PartnerAcceptedCancel] : draw < 80 ? [Trigger.PartnerRefusedCancel, Trigger.PartnerShipped] : [],
            EffectKind.SendConditionAnswer when message.Detail == "yes" => [Trigger.PartnerShipped],
            EffectKind.SendReceived => draw < 10 ? [Trigger.PartnerOverdue] : draw < 15 ? [Trigger.PartnerRecalled] : [],
            EffectKind.SendRenew => draw < 60 ? [Trigger.PartnerRenewed] : [Trigger.PartnerRefusedRenewal],
            EffectKind.SendReturned => draw < 85 ? [Trigger.PartnerCheckedIn] : [],
            EffectKind.SendLost => draw < 50 ? [Trigger.PartnerCompletedWithoutReturn] : [],
            EffectKind.SendNote => draw < 30 ? [Trigger.ReceiveGeneralMessage] : [],
            _ => [],
        });
    }

    private void Answer(Effect effect, string about, IReadOnlyList<Trigger> answers)
    {
        List<WorkflowInput> messages = [.. answers.Select((trigger, i) => new WorkflowInput
        {
            Request = effect.Request,
            Trigger = trigger,
            By = Actor.Partner,
            Partner = effect.Partner,
            MessageId = $"re/{about}/{i + 1}",
            Data = DataOf(trigger, effect),
        })];
        _answers.Add($"{effect.Partner}/{about}", messages);
        messages.ForEach(mail.Post);
    }

    private static InputData DataOf(Trigger trigger, Effect effect) => trigger switch
    {
        Trigger.PartnerShipped => new() { DueDate = effect.At.AddDays(30) },
        Trigger.PartnerRenewed => new() { DueDate = effect.At.AddDays(45) },
        Trigger.PartnerRejected => new() { Reason = "NotOnShelf" },
        Trigger.PartnerSetCondition => new() { Condition = "LibraryUseOnly" },
        Trigger.ReceiveGeneralMessage => new() { Text = "Bücher ≠ 本" },
        _ => new(),
    };
}
