using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>
/// Replaces what tells of a patron, of staff or of what is read by words that are the same each time, so that what was equal stays equal.
/// They are numbered as they come within a history: nothing can be traced from one file to another, or guessed from a hash.
/// </summary>
internal sealed class Pseudonyms(IEnumerable<string> kept)
{
    private readonly HashSet<string> _kept = new(kept, StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Value), string> _given = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public HistoryEvent Without(HistoryEvent item)
    {
        if (item.Data?.Library is { } library)
        {
            _kept.Add(library);
        }

        return item with
        {
            MessageId = Message(item.MessageId),
            Who = Of(item.By == Actor.Patron ? "patron" : "person", item.Who),
            Reason = null,
            Data = item.Data is { } data ? Without(data) : null,
        };
    }

    /// <summary>Every member by name: one that is new is left out until somebody decides here what it may tell.</summary>
    private InputData Without(InputData data) => new()
    {
        Library = data.Library,
        Patron = Of("patron", data.Patron),
        Title = Of("title", data.Title),
        Author = Of("author", data.Author),
        Isbn = Of("isbn", data.Isbn),
        Issn = Of("issn", data.Issn),
        Oclc = Of("oclc", data.Oclc),
        Doi = Of("doi", data.Doi),
        Format = data.Format,
        CitationType = data.CitationType,
        Pickup = Place("pickup", data.Pickup),
        NeededBy = data.NeededBy,
        ExternalId = Of("external", data.ExternalId),
        OverrideDuplicate = data.OverrideDuplicate,
        ImportAgain = data.ImportAgain,
        Replaces = data.Replaces is null ? null : "replaced",
        Partners = data.Partners,
        DueDate = data.DueDate,
        ReplyBy = data.ReplyBy,
        Outcome = data.Outcome,
        Effect = data.Effect,
        SendAttempt = data.SendAttempt,
        Message = data.Message is { } message ? Message(message) : null,
        Branch = Place("branch", data.Branch),
        Volumes = data.Volumes is { } volumes ? [.. volumes.Select(volume => Of("volume", volume)!)] : null,
        Order = data.Order,
        Assignee = Of("person", data.Assignee),
        Status = data.Status,
        EnteredAt = data.EnteredAt,
    };

    private string Message(string id) => Of("m", id)!;

    /// <summary>A place that policies know by its code keeps it: whether an item is in transit depends on that.</summary>
    private string? Place(string kind, string? code) => code is not null && _kept.Contains(code) ? code : Of(kind, code);

    private string? Of(string kind, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return value;
        }

        if (!_given.TryGetValue((kind, value), out var given))
        {
            var number = _counts.GetValueOrDefault(kind) + 1;
            _counts[kind] = number;
            _given.Add((kind, value), given = string.Create(null, $"{kind}-{number}"));
        }

        return given;
    }
}
