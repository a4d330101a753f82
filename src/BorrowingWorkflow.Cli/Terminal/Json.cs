using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>Writes one line of JSON. Only what JSON itself demands is escaped.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>An object of counts, in the order given.</summary>
    public static string Counts(IEnumerable<KeyValuePair<string, long>> counts) => Line(json =>
    {
        json.WriteStartObject();
        foreach (var (name, count) in counts)
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
    });
}
