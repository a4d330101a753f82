using System.Globalization;
using System.Text;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine.Diagrams;

/// <summary>The clauses in words, a table for each part of a request's life.</summary>
internal static class MarkdownWriter
{
    private static readonly (string Prefix, string Title)[] Parts =
    [
        ("IN", "Intake"), ("LO", "Locate"), ("SE", "Sending"), ("AP", "At the partner"), ("CA", "Cancelling"),
        ("SH", "Supply"), ("LN", "On loan"), ("RE", "Return"), ("FI", "The end"), ("ME", "Messages, notes and edits"),
    ];

    public static string Write(TransitionTable table)
    {
        var text = new StringBuilder();
        foreach (var (prefix, title) in Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length == 0 ? "" : "\n")}### {title}\n\n");
            text.Append("| Clause | In | Trigger | Who | If | Leads to | And | Source |\n");
            text.Append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (var row in table.Rows.Where(row => row.Clause.StartsWith(prefix + "-", StringComparison.Ordinal)))
            {
                text.Append("| ").AppendJoin(" | ", Cells(row).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
            }
        }

        return text.ToString();
    }

    private static string[] Cells(Transition row) =>
    [
        row.Clause,
        row.From == [BorrowingStatus.None] ? "no request yet" : StatusWords.Of(row.From),
        string.Join(", ", row.Triggers),
        row.Actors.ToString().ToLowerInvariant(),
        row.Guard,
        LeadsTo(row),
        row.Effects,
        row.Source == ClauseSource.Document ? "document" : "field",
    ];

    private static string LeadsTo(Transition row) => row.To.Kind switch
    {
        TargetKind.Stay => "stays",
        TargetKind.Memory => Diagram.RememberedLabel(row.To.Memory),
        TargetKind.AsFrom => $"as from {row.To.Status.Label()}",
        TargetKind.Status => row.To.Status.Label(),
        _ => row.Target,
    };
}
