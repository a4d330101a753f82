using System.Globalization;
using System.Text;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Machine.Diagrams;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Docs.Generated;

/// <summary>The index of the statuses' pages.</summary>
internal static class StatusIndex
{
    private const string Introduction =
        """
        # Statuses
        A page for each of the 39 statuses: what it means, who moves it on, what to do, which check lists it and which detectors watch it, and how a request gets there and away. [The state machine](../state-machine.md) has all clauses on one page.

        "In practice" is written by hand. The rest is written from the transition table, the checks and the detectors. After a change of these, or of "In practice", write the pages anew and read what changed:

            UPDATE_DOCS=1 dotnet test tests/BorrowingWorkflow.Tests --filter StatusPagesTests

        ## How to read a page
        - **Who moves it on**: who may fire a trigger that leads to another status. Partners are recorded by staff where they do not speak for themselves.
        - **Clocks**: the [deadlines](../deadlines.md) that may run in the status, and the trigger that fires when one is over.
        - **If** is the condition; **And** is what the clause does besides. Effects are carried out after the save, never before.
        - A clause's id, such as `SE-2`, is permanent. Histories, logs and tests cite it.

        """;

    public static string Text()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var box in Box.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {box.Label}\n");
            text.Append(GeneratedPage.Table(["Status", "Meaning"], box.Statuses.Select(status => new[] { StatusPage.LinkTo(status), status.Meaning() })));
        }

        text.Append("\n## In whatever status\nTwo checks list requests in any status: those with an active note, and those with an active general message. A third, `no-list`, has what has been open for more than 30 days and is on no other list. [Checks](../checks.md) has them all.\n");
        text.Append("\nThese detectors look at every request that is not final, or at every one. They are not repeated on the pages.\n\n");
        text.Append(GeneratedPage.Table(["Detector", "Severity", "What it finds"], AnomalyRules.All.Where(rule => !StatusPage.IsAboutSome(rule)).Select(rule => new[]
        {
            $"[{rule.Title}](../alerts.md#{rule.Id})", rule.Severity.ToString().ToLowerInvariant(), rule.When,
        })));
        return text.ToString();
    }
}
