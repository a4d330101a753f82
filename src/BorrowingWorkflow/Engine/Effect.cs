using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>Something that a decision asks the world to do. It is saved with the decision and carried out afterwards, at least once.</summary>
/// <param name="Id">Follows from request, version and position, so that whoever carries it out can tell a repetition.</param>
/// <param name="Request">The request that it is about.</param>
/// <param name="Kind">What is to be done.</param>
public sealed record Effect(string Id, RequestId Request, EffectKind Kind)
{
    /// <summary>Which notice, alert, answer or note it is, e.g. <c>SuggestIll</c>; null where the kind says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>The partner that it goes to; null where it goes to nobody outside.</summary>
    public string? Partner { get; init; }

    /// <summary>The position of the partner's entry in the rota.</summary>
    public int? Entry { get; init; }

    /// <summary>Free text that goes along.</summary>
    public string? Text { get; init; }

    /// <summary>A due date that goes along, in UTC.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>The id of the message that a repetition repeats; its own id where it repeats nothing.</summary>
    public string? RepeatOf { get; init; }

    /// <summary>When the decision was made, in UTC; of a repetition, when the first was.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Not to be carried out before, in UTC.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>The replacement's id, of SubmitReplacement.</summary>
    public RequestId? Replacement { get; init; }

    /// <summary>Kind and detail as the transition table writes them, e.g. <c>NotifyPatron(SuggestIll)</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Name => Detail is null ? Kind.ToString() : $"{Kind}({Detail})";

    /// <summary>True of the request message itself and of the question whether it arrived; their outcome is Sent or SendFailed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSend => Kind is EffectKind.SendRequest or EffectKind.RetrySend or EffectKind.RepeatSend or EffectKind.AskPartner;

    /// <summary>Name and id; no text.</summary>
    public override string ToString() => $"{Name} {Id}";
}
