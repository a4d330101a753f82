using System.Text;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Docs;

/// <summary>Holds docs/state-machine.md against the table. With the environment variable UPDATE_DOCS=1 it writes the page instead.</summary>
public class StateMachinePageTests
{
    private const string Introduction =
        """
        # The state machine
        All of it: 39 statuses, the triggers that move a request, and the clauses that say when. [The machine](machine.md) tells how to work with it.

        This page is written from the transition table. After a change of the table, write it anew and read what changed:

            UPDATE_DOCS=1 dotnet test tests/BorrowingWorkflow.Tests --filter StateMachinePageTests

        ## How to read it
        - A clause says: in these statuses, this trigger, fired by one of these, leads there if the condition holds, and has these effects. Its id is permanent; code, tests and logs cite it.
        - The first clause that fits decides. Where none fits, a patron or staff are refused, and what a partner or the system says is accepted, kept and flagged as out of sequence. The status stays.
        - "stays" keeps the status and the time of its entry. "The status before …" restores what was remembered; there are three such memories, and each is used by one clause.
        - "as …" means the steps of that clause, or its outcome.
        - Effects are carried out after the request is saved, never before.
        - The source is the consortium's guide that the project starts from ("document"), or the field's practice ("field").

        ## The picture
        A box is a phase, a rounded status is final. An arrow from a box leads from every status in it. Clauses that keep the status (messages, notes, edits, repeated answers) are left out. Where a partner may already hold a request that is not confirmed as sent, its answer leads where it leads from "Request sent to partner": that is one dashed arrow.

        """;

    [Fact]
    public void The_page_is_what_the_table_says()
    {
        var file = RepositoryRoot.Combine("docs", "state-machine.md");
        var page = Page();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, page);
        }

        Assert.Equal(page, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Page()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        text.Append("\n```mermaid\n").Append(BorrowingMachine.ToMermaid()).Append("```\n\n## The statuses\n\n");
        text.Append("| Status | In words | Phase | Final | Alma's code | Meaning |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var status in BorrowingStatusExtensions.All)
        {
            text.Append("| ").AppendJoin(" | ", $"`{status}`", status.Label(), status.Phase(), status.IsFinal() ? "yes" : "", status.AlmaCode(), status.Meaning()).Append(" |\n");
        }

        return text.Append("\n## The clauses\n\n").Append(BorrowingMachine.ToMarkdown()).ToString();
    }
}
