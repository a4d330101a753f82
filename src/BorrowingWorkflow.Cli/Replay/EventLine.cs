using System.Text.Json;
using System.Text.Unicode;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Cli.Replay;

/// <summary>Reads one event: a JSON object on a line.</summary>
internal static class EventLine
{
    private static readonly Dictionary<string, Trigger> Triggers = Enum.GetValues<Trigger>().ToDictionary(trigger => trigger.ToString(), StringComparer.Ordinal);
    private static readonly HashSet<string> Known = new(["at", "id", "request", "do", "by", "who", "partner", "data"], StringComparer.Ordinal);

    /// <exception cref="BadLineException">The line is no event; the message says why, and holds nothing of the event's data.</exception>
    public static WorkflowInput Read(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
        {
            throw new BadLineException("the line is not UTF-8; save the file as UTF-8");
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second: half a surrogate pair, written as an escape.
            throw new BadLineException("the line is no JSON; write one JSON object a line");
        }
    }

    private static WorkflowInput Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new BadLineException("the line is no JSON object; write an event as {\"at\":…,\"id\":…,\"request\":…,\"do\":…,\"by\":…}");
        }

        var at = Moment.TryParse(Text(json, "at"), out var moment)
            ? moment
            : throw new BadLineException("at is no moment; write it like 2026-08-24T11:48:55Z");
        var trigger = Triggers.TryGetValue(Text(json, "do"), out var found)
            ? found
            : throw new BadLineException($"there is no trigger {Quoted(Text(json, "do"))}; borrowing machine lists them");
        return new()
        {
            Request = RequestId.TryParse(Text(json, "request"), out var request)
                ? request
                : throw new BadLineException($"request is no request id; it has 1 to {RequestId.MaxLength} printable characters"),
            MessageId = Text(json, "id"),
            Trigger = trigger,
            By = Text(json, "by") switch
            {
                "patron" => Actor.Patron,
                "staff" => Actor.Staff,
                "partner" => Actor.Partner,
                "system" => Actor.System,
                var other => throw new BadLineException($"by is {Quoted(other)}; it is patron, staff, partner or system"),
            },
            Who = OptionalText(json, "who"),
            Partner = OptionalText(json, "partner"),
            At = at,
            Data = Data(json),
        };
    }

    private static string Text(JsonElement json, string name) => OptionalText(json, name)
        ?? throw new BadLineException($"{name} is missing; add it");

    private static string? OptionalText(JsonElement json, string name) => !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw new BadLineException($"{name} is no text; put it in quotation marks");

    private static InputData Data(JsonElement json)
    {
        var data = new InputData();
        if (json.TryGetProperty("data", out var given) && given.ValueKind != JsonValueKind.Null)
        {
            data = Deserialize(given);
        }

        // What the line says beside the members that are known is kept with the data that are not known.
        foreach (var member in json.EnumerateObject().Where(member => !Known.Contains(member.Name)))
        {
            data.Unknown ??= [];
            data.Unknown["event." + member.Name] = member.Value.Clone();
        }

        return data;
    }

    /// <summary>What an input brings along, as the member data of an event has it.</summary>
    /// <exception cref="BadLineException">It is not.</exception>
    public static InputData ReadData(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Deserialize(json.RootElement);
        }
        catch (JsonException)
        {
            throw new BadLineException("data is no JSON; write it like {\"dueDate\":\"2026-12-18T17:00:00Z\"}");
        }
    }

    /// <summary>The trigger with this name; null where there is none.</summary>
    public static Trigger? TriggerOf(string name) => Triggers.TryGetValue(name, out var trigger) ? trigger : null;

    private static InputData Deserialize(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new BadLineException("data is no object; write it as {…}");
        }

        try
        {
            return BorrowingRequestJson.DeserializeData(given);
        }
        catch (JsonException error)
        {
            throw new BadLineException($"data{error.Path?.TrimStart('$')} has a value that it can't have; the formats are in docs/command-line.md");
        }
    }

    private static string Quoted(string text) => $"\"{Columns.Printable(text.Length > 40 ? text[..40] + "…" : text)}\"";
}
