using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>axe-core's judgement of a page as it is shown.</summary>
internal static class Accessibility
{
    private static readonly string[] Grave = ["serious", "critical"];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    // What another colour scheme can change.
    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>What axe finds that is serious or critical.</summary>
    public static Task<IReadOnlyList<string>> GraveAsync(Visit visit) => GraveAsync(visit, Rules);

    /// <summary>What axe finds that is serious or critical in the colours of a light page when it is turned dark.</summary>
    public static async Task<IReadOnlyList<string>> GraveInTheDarkAsync(Visit visit)
    {
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var found = await GraveAsync(visit, Colours);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. found.Select(fault => $"in the dark, {fault}")];
    }

    private static async Task<IReadOnlyList<string>> GraveAsync(Visit visit, AxeRunOptions rules)
    {
        var result = await visit.Page.RunAxe(rules);
        return
        [
            .. from violation in result.Violations
               where Grave.Contains(violation.Impact)
               from node in violation.Nodes
               select $"{visit.Page.Url}: {violation.Id} ({violation.Impact}) at {node.Target}: {violation.Help}: {node.Html}",
        ];
    }
}
