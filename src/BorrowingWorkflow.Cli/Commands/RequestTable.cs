using System.Globalization;
using System.Text;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>A request and its history as text for people.</summary>
internal static class RequestTable
{
    public static string Write(BorrowingRequest request, IReadOnlyList<HistoryEvent> history)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{request.Id} · {request.Status.Label()} since {Moment.Minute(request.EnteredAt)} UTC · version {request.Version}\n");
        if (request.DueDate is { } due)
        {
            text.Append(CultureInfo.InvariantCulture, $"Due {Moment.Minute(due)} UTC\n");
        }

        Append(text, "ROTA", request.Rota.Select(entry => new[] { entry.Partner, entry.State.ToString(), entry.Reason ?? "" }));
        Append(text, "NOTES", request.Notes.Select(note => new[] { Moment.Minute(note.At), note.IsActive ? "active" : "dismissed", note.Text }));
        Append(text, "MESSAGES", request.Messages.Select(message =>
            new[] { Moment.Minute(message.At), (message.IsOutgoing ? "to " : "from ") + message.Partner, message.IsActive ? "active" : "", message.Text }));
        Append(text, "HISTORY", history.Select(entry =>
            new[] { Moment.Minute(entry.At), entry.Trigger.ToString(), RequestJson.Word(entry.By), entry.Partner ?? "", Outcome(entry) }));
        return text.ToString();
    }

    private static string Outcome(HistoryEvent entry) => entry.Verdict != Verdict.Applied
        ? entry.Verdict.ToString()
        : entry.From == entry.To ? $"{entry.Clause}" : $"{entry.Clause} → {entry.To.Label()}";

    private static void Append(StringBuilder text, string heading, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        if (all.Length > 0)
        {
            text.Append('\n').Append(heading).Append('\n').Append(Columns.Rows(all));
        }
    }
}
