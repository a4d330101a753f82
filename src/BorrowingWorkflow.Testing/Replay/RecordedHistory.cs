using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>
/// One request's history with everything that it takes to decide it again: the inputs, the policies, partners and calendar that were in
/// force, and what came of each input. A portable JSON document; the same history is the same bytes.
/// </summary>
/// <remarks>
/// Immutable and safe for any number of threads. A recording is for a repository, so patron data stay out of it: patrons, staff, what is
/// read, places that no policy names and message ids become pseudonyms within the file, texts are left out. The request's id, library and
/// partner codes, moments and due dates stay.
/// </remarks>
public sealed class RecordedHistory
{
    internal RecordedHistory(HistoryDocument document) => Document = document;

    /// <summary>What the history shows; its file is named after it.</summary>
    public string Name => Document.Name;

    /// <summary>The request.</summary>
    public RequestId Request => Document.Request;

    /// <summary>How many inputs there are.</summary>
    public int Inputs => Document.Steps.Count;

    /// <summary>True where a purge took what the inputs brought along: the clauses can be checked, nothing can be decided again.</summary>
    public bool IsPurged => Document.IsPurged == true;

    /// <summary>The clauses that it exercises, each once, in their order of appearance.</summary>
    public IReadOnlyList<string> Clauses =>
        [.. Document.Steps.SelectMany(step => step.Outcome.Clause?.Split('+') ?? []).Distinct(StringComparer.Ordinal)];

    internal HistoryDocument Document { get; }

    /// <summary>Records a request's history from a store.</summary>
    /// <param name="name">What the history shows.</param>
    /// <param name="reader">The store.</param>
    /// <param name="request">The request.</param>
    /// <param name="settings">What was in force; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the recording.</param>
    /// <exception cref="RequestNotFoundException">There is no such request.</exception>
    /// <exception cref="ConformanceException">
    /// The history comes out otherwise when it is decided again with these settings; the message says at which input, and how.
    /// </exception>
    public static async Task<RecordedHistory> RecordAsync(
        string name, IRequestReader reader, RequestId request, RecordingSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var history = await reader.HistoryAsync(request, cancellationToken).ConfigureAwait(false);
        return history.Count > 0
            ? await RecordAsync(name, history, settings, cancellationToken).ConfigureAwait(false)
            : throw new RequestNotFoundException(request);
    }

    /// <summary>Records a history that was read or kept elsewhere, as before a purge.</summary>
    /// <param name="name">What the history shows.</param>
    /// <param name="history">Every input of one request, oldest first.</param>
    /// <param name="settings">What was in force; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the recording.</param>
    /// <exception cref="ArgumentException">The history is empty, has a gap, or is about several requests.</exception>
    /// <exception cref="ConformanceException">
    /// The history comes out otherwise when it is decided again with these settings; the message says at which input, and how.
    /// </exception>
    public static async Task<RecordedHistory> RecordAsync(
        string name, IReadOnlyList<HistoryEvent> history, RecordingSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(history);
        if (history.Count == 0 || history.Where((item, index) => item.Revision != index + 1 || item.Request != history[0].Request).Any())
        {
            throw new ArgumentException("A history holds every input of one request, from revision 1 on.", nameof(history));
        }

        return new(await HistoryRecorder.RecordAsync(name, history, settings ?? new(), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads a recording.</summary>
    /// <exception cref="JsonException">It is no recorded history, or one of a newer format.</exception>
    public static RecordedHistory Parse(ReadOnlySpan<byte> utf8Json) => new(HistoryJson.Read(utf8Json));

    /// <summary>Reads a recording's file.</summary>
    /// <exception cref="JsonException">It is no recorded history, or one of a newer format; the message names the file.</exception>
    public static async Task<RecordedHistory> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return Parse(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (JsonException fault)
        {
            throw new JsonException($"{path}: {fault.Message}", fault);
        }
    }

    /// <summary>Reads every recording (<c>*.json</c>) of a folder and those below it, in the order of their paths.</summary>
    /// <exception cref="JsonException">A file is no recorded history, or one of a newer format; the message names the file.</exception>
    public static async Task<IReadOnlyList<RecordedHistory>> LoadFolderAsync(string folder, CancellationToken cancellationToken = default)
    {
        List<RecordedHistory> histories = [];
        foreach (var path in Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            histories.Add(await LoadAsync(path, cancellationToken).ConfigureAwait(false));
        }

        return histories;
    }

    /// <summary>The recording as indented UTF-8 JSON, without a byte order mark, each line ended by a newline.</summary>
    public byte[] ToJson() => HistoryJson.Write(Document);

    /// <summary>Writes the recording into a folder as <see cref="Name"/> with the ending <c>.json</c>, in place of what is there.</summary>
    /// <returns>The file's path.</returns>
    public async Task<string> SaveAsync(string folder, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(folder, Name + ".json");
        await File.WriteAllBytesAsync(path, ToJson(), cancellationToken).ConfigureAwait(false);
        return path;
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
