using System.Globalization;
using System.Text;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Machine.Diagrams;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Docs.Generated;

/// <summary>The part of docs/alerts.md that is about the detectors: under each heading the rule, what people wrote behind it, and what to do.</summary>
internal static class AlertsPage
{
    public const string Heading = "## Detectors";

    /// <summary>The part, from its first line on.</summary>
    /// <param name="written">What people wrote about the detector.</param>
    public static string Detectors(Func<AnomalyRule, string> written)
    {
        var text = new StringBuilder("Errors need somebody today, warnings this week, and what is for information tells where to look. The thresholds are [settings](anomalies.md#the-thresholds).\n");
        foreach (var rule in AnomalyRules.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {rule.Id}\n**{rule.Title}** ({rule.Severity.ToString().ToLowerInvariant()}): {rule.When}.\n\n{written(rule)}\n\n- **Do**: {rule.Remedy}{Triggers(rule)}\n");
            text.Append(CultureInfo.InvariantCulture, $"- **Looks at**: {LooksAt(rule)}\n");
        }

        return text.ToString();
    }

    /// <summary>What stands between the rule and what to do; null where nothing does.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rule">The rule.</param>
    public static string? Written(string page, AnomalyRule rule)
    {
        var section = GeneratedPage.Section(page, $"### {rule.Id}") ?? "";
        string[] parts = section.Split("\n\n");
        var end = Array.FindIndex(parts, part => part.StartsWith("- **Do**", StringComparison.Ordinal));
        return end > 1 ? string.Join("\n\n", parts[1..end]) : null;
    }

    private static string Triggers(AnomalyRule rule) => rule.Remedies.Count == 0 ? "" : $" At the desk: {string.Join(", ", rule.Remedies.Select(trigger => $"`{trigger}`"))}.";

    private static string LooksAt(AnomalyRule rule)
    {
        string?[] besides =
        [
            rule.Inputs.HasFlag(AnomalyInputs.Age) ? "its dates" : null,
            rule.Inputs.HasFlag(AnomalyInputs.Set) ? "several requests together" : null,
            rule.Inputs.HasFlag(AnomalyInputs.Item) ? "the catalogue's items, so it needs an item source" : null,
            rule.Inputs.HasFlag(AnomalyInputs.Outbox) ? "the outbox" : null,
            rule.Inputs.HasFlag(AnomalyInputs.Partners) ? "the partner directory" : null,
            rule.Inputs.HasFlag(AnomalyInputs.History) ? "what happened before" : null,
        ];
        return $"{string.Join("; ", besides.OfType<string>().Prepend(Statuses(rule.Statuses)))}.";
    }

    private static string Statuses(StatusSet statuses) => statuses switch
    {
        _ when statuses == (StatusGroups.Final | StatusGroups.NotFinal) => "every request",
        _ when statuses == StatusGroups.Final => "every final status",
        _ when (StatusGroups.NotFinal - statuses).Count == 0 => "every request that is not final",
        { Count: <= 5 } => string.Join(", ", statuses.Select(status => $"[{status.Label()}]({StatusPage.PathOf(status)})")),
        _ => StatusWords.Of(statuses),
    };
}
