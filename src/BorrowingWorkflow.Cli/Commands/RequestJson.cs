using System.Text.Json;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>A request and its history as JSON.</summary>
internal static class RequestJson
{
    public static string Write(BorrowingRequest request, IReadOnlyList<HistoryEvent> history) => Json.Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("request", request.Id.Value);
        json.WriteString("status", request.Status.ToString());
        json.WriteNumber("version", request.Version);
        json.WriteString("enteredAt", Moment.Of(request.EnteredAt));
        WriteMoment(json, "dueDate", request.DueDate);
        WriteRota(json, request);
        WriteNotes(json, request);
        WriteMessages(json, request);
        json.WriteStartArray("history");
        foreach (var entry in history)
        {
            WriteEntry(json, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A status in words that the machine's table uses too: the one before the first is (none).</summary>
    public static string Word(BorrowingStatus status) => status == BorrowingStatus.None ? "(none)" : status.ToString();

    public static string Word(Machine.Actor actor) => actor.ToString().ToLowerInvariant();

    private static void WriteRota(Utf8JsonWriter json, BorrowingRequest request)
    {
        json.WriteStartArray("rota");
        foreach (var entry in request.Rota)
        {
            json.WriteStartObject();
            json.WriteString("partner", entry.Partner);
            json.WriteString("state", entry.State.ToString());
            json.WriteString("reason", entry.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNotes(Utf8JsonWriter json, BorrowingRequest request)
    {
        json.WriteStartArray("notes");
        foreach (var note in request.Notes)
        {
            json.WriteStartObject();
            json.WriteString("id", note.Id);
            json.WriteString("text", note.Text);
            json.WriteString("at", Moment.Of(note.At));
            json.WriteString("by", note.By);
            WriteMoment(json, "dismissedAt", note.DismissedAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMessages(Utf8JsonWriter json, BorrowingRequest request)
    {
        json.WriteStartArray("messages");
        foreach (var message in request.Messages)
        {
            json.WriteStartObject();
            json.WriteString("id", message.Id);
            json.WriteString("partner", message.Partner);
            json.WriteString("text", message.Text);
            json.WriteString("at", Moment.Of(message.At));
            json.WriteBoolean("outgoing", message.IsOutgoing);
            WriteMoment(json, "dismissedAt", message.DismissedAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, HistoryEvent entry)
    {
        json.WriteStartObject();
        json.WriteString("at", Moment.Of(entry.At));
        json.WriteString("id", entry.MessageId);
        json.WriteString("do", entry.Trigger.ToString());
        json.WriteString("by", Word(entry.By));
        json.WriteString("partner", entry.Partner);
        json.WriteString("verdict", entry.Verdict.ToString());
        json.WriteString("clause", entry.Clause);
        json.WriteString("from", Word(entry.From));
        json.WriteString("to", Word(entry.To));
        json.WriteEndObject();
    }

    private static void WriteMoment(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } known)
        {
            json.WriteString(name, Moment.Of(known));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
