using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BorrowingWorkflow.Checks.Reports;

/// <summary>Writes JSON for programs. It is not meant to be put into a page as it is: only what JSON itself demands is escaped.</summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CheckReport report) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var entry in report.Entries)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Policy.Id);
            json.WriteString("cadence", Written.Word(entry.Policy.Cadence));
            json.WriteString("title", entry.Policy.Title);
            json.WriteNumber("count", entry.Count);
            json.WriteStartArray("requests");
            foreach (var member in entry.Members)
            {
                json.WriteStringValue(member.Id.Value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static string Write(TasksBox box) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("now", Written.Rfc3339(box.Now));
        json.WriteString("library", box.Library);
        json.WriteNumber("activeNotes", box.ActiveNotes.Count);
        json.WriteNumber("activeMessages", box.ActiveMessages.Count);
        json.WriteStartArray("lists");
        foreach (var entry in box.Lists)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Policy.Id);
            json.WriteString("title", entry.Policy.Title);
            json.WriteNumber("count", entry.Count);
            if (entry.OldestAge is { } age)
            {
                json.WriteNumber("oldestAgeSeconds", (long)age.TotalSeconds);
            }
            else
            {
                json.WriteNull("oldestAgeSeconds");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }
}
