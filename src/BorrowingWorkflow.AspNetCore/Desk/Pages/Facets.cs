using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>Counts how the requests of a queue divide.</summary>
internal static class Facets
{
    // More would be a list of its own; the search finds the rest.
    private const int MostChoices = 12;

    public static IReadOnlyList<Facet> Of(QueueFilter filter, IReadOnlyList<RequestSummary> counted, DeskCall desk)
    {
        var t = desk.T;
        List<Facet> facets =
        [
            Values("status", counted, summary => summary.Status, filter.Status, t.Status, (status, chosen) => filter with { Status = chosen ? null : status }),
            Ages(filter, counted, desk),
            Flags(filter, counted, t),
            Values("partner", counted, summary => summary.Partner, filter.Partner, code => code, (code, chosen) => filter with { Partner = chosen ? null : code }),
            Values("library", counted, summary => summary.Library, filter.Library, code => code, (code, chosen) => filter with { Library = chosen ? null : code }),
            Values("pickup-location", counted, summary => summary.Pickup, filter.Pickup, code => code, (code, chosen) => filter with { Pickup = chosen ? null : code }),
            Values("assignee", counted, summary => summary.Assignee, filter.Assignee, name => name, (name, chosen) => filter with { Assignee = chosen ? null : name }),
        ];
        return [.. facets.Where(facet => facet.Choices.Count > 0 && (facet.Name != "library" || desk.Library is null))];
    }

    private static Facet Values<T>(
        string name, IReadOnlyList<RequestSummary> counted, Func<RequestSummary, T?> of, object? chosen, Func<T, string> label, Func<T, bool, QueueFilter> lead)
        where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (var summary in counted)
        {
            if (of(summary) is { } value && value is not "")
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        if (chosen is T kept)
        {
            counts.TryAdd(kept, 0);
        }

        return new(name,
        [
            .. counts.OrderByDescending(pair => pair.Key.Equals(chosen)).ThenByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Take(MostChoices)
                .Select(pair => new FacetChoice(label(pair.Key), pair.Value, lead(pair.Key, pair.Key.Equals(chosen)), pair.Key.Equals(chosen))),
        ]);
    }

    private static Facet Ages(QueueFilter filter, IReadOnlyList<RequestSummary> counted, DeskCall desk) => new("age",
    [
        .. QueueFilter.Ages.Select(days => new FacetChoice(
            desk.T.Count("facet.days", days), counted.Count(summary => summary.EnteredAt < desk.Time.Now.AddDays(-days)),
            filter with { Days = filter.Days == days ? null : days }, filter.Days == days)).Where(choice => choice.Count > 0 || choice.IsChosen),
    ]);

    private static Facet Flags(QueueFilter filter, IReadOnlyList<RequestSummary> counted, DeskTexts t) => new("flags",
    [
        .. QueueFilter.Flags.Select(flag => new FacetChoice(
            t.Trait(flag), counted.Count(summary => (summary.Traits & flag) != 0),
            filter with { Flag = filter.Flag == flag ? RequestTraits.None : flag }, filter.Flag == flag)).Where(choice => choice.Count > 0 || choice.IsChosen),
    ]);
}
