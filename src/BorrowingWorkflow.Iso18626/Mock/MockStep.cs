using System.Globalization;
using System.Text;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>One line of a scenario: on hearing something, after some delays, say something. Immutable.</summary>
/// <param name="On">What has to be heard.</param>
/// <param name="Delays">How long the lender takes, in <see cref="MockLenderOptions.Delay"/>s since it heard it.</param>
/// <param name="Reason">The reason that the message gives.</param>
/// <param name="Status">The status that it tells; the empty one for the status that the request has then.</param>
public sealed record MockStep(MockCue On, int Delays, ReasonForMessage Reason, SupplyStatus Status)
{
    /// <summary>How far the request has to be.</summary>
    /// <value>Any.</value>
    public MockStage Stage { get; init; }

    /// <summary>A word that the note of what was heard must not hold, in any case of letters; null where nothing hinders the step.</summary>
    public string? UnlessNoteSays { get; init; }

    /// <summary>The yes or no of an answer.</summary>
    /// <value>Empty.</value>
    public YesNo Answer { get; init; }

    /// <summary>In how many days of 24 hours the item is due; null for no due date.</summary>
    public int? DueInDays { get; init; }

    /// <summary>The note; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Why the request is not filled; null where that is not said.</summary>
    public string? ReasonUnfilled { get; init; }

    /// <summary>Why another try is asked for; null where that is not said.</summary>
    public string? ReasonRetry { get; init; }

    /// <summary>The condition of the loan; null for none.</summary>
    public string? LoanCondition { get; init; }

    /// <summary>What it would cost, in US dollars; null where that is not said.</summary>
    public decimal? OfferedCosts { get; init; }

    /// <summary>How often the very same message is sent.</summary>
    /// <value>1.</value>
    public int Times { get; init; } = 1;

    /// <summary>After how many delays the message was written, where it is sent later than that; null for when it is sent.</summary>
    public int? WrittenAfter { get; init; }

    /// <summary>The agency that the message claims to be from; null for the lender's own.</summary>
    public AgencyId? As { get; init; }

    /// <summary>True where the note says the word that hinders the step.</summary>
    internal bool IsHinderedBy(string? note) => UnlessNoteSays is { } word
        && note?.Split([' ', '.', ',', ';', ':'], StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>The step as a line of text, as the help and the docs list it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{On}");
        text.Append(Stage switch { MockStage.BeforeShipping => " before shipping", MockStage.AfterShipping => " after shipping", _ => "" });
        text.Append(UnlessNoteSays is null ? null : $" without “{UnlessNoteSays}”");
        text.Append(CultureInfo.InvariantCulture, $" → {Reason} {(Status.IsEmpty ? "(as it stands)" : Status.Code)}");
        text.Append(Answer.IsEmpty ? null : $", {(Answer == YesNo.Yes ? "yes" : "no")}");
        text.Append(DueInDays is { } days ? $", due in {days} days" : null);
        text.Append(LoanCondition is null ? null : $", condition {LoanCondition}");
        text.Append(OfferedCosts is { } costs ? string.Create(CultureInfo.InvariantCulture, $", costs {costs} USD") : null);
        text.Append(ReasonUnfilled is null ? null : $", reason {ReasonUnfilled}");
        text.Append(ReasonRetry is null ? null : $", reason {ReasonRetry}");
        text.Append(As is null ? null : $", as {As.Words}");
        text.Append(Times > 1 ? $", {Times} times" : null);
        text.Append(CultureInfo.InvariantCulture, $"; after {Delays}");
        text.Append(WrittenAfter is { } written ? $", written after {written}" : null);
        return text.ToString();
    }
}
