using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Snapshots and saves as the engine makes them, as far as a store can tell.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    public static BorrowingRequest ARequest(string id, BorrowingStatus status = BorrowingStatus.ReadyToBeSent, Action<BorrowingRequest>? with = null)
    {
        var request = new BorrowingRequest
        {
            Id = id,
            Version = 1,
            Revision = 1,
            Status = status,
            EnteredAt = Noon,
            CreatedAt = Noon,
            Library = "CSUN",
            Patron = new("patron-" + id),
            Citation = new() { Title = "Title of " + id },
        };
        with?.Invoke(request);
        request.Traits = (request.Traits & ~RequestTraits.Final) | (request.Status.IsFinal() ? RequestTraits.Final : 0)
            | (request.Notes.Any(note => note.IsActive) ? RequestTraits.ActiveNote : 0)
            | (request.Messages.Any(message => message.IsActive) ? RequestTraits.ActiveMessage : 0);
        return request;
    }

    public static BorrowingRequest Next(this BorrowingRequest request, Action<BorrowingRequest>? with = null)
    {
        var next = request.Copy();
        next.Revision++;
        next.Version++;
        with?.Invoke(next);
        return next;
    }

    public static RequestSave Save(BorrowingRequest request, string? messageId = null, Verdict verdict = Verdict.Applied)
    {
        messageId ??= $"m{request.Revision}";
        return new()
        {
            Request = request,
            Expected = request.Revision == 1 ? ExpectedVersion.New : ExpectedVersion.Exactly(request.Revision - 1),
            Event = new()
            {
                Request = request.Id,
                Revision = request.Revision,
                At = Noon,
                MessageId = messageId,
                Trigger = Trigger.AddNote,
                By = Actor.Staff,
                Verdict = verdict,
                From = request.Status,
                To = request.Status,
                Version = request.Version,
                Data = new() { Text = $"What {messageId} said." },
            },
            Key = new(request.Id, "staff", messageId),
        };
    }

    public static Effect AnEffect(string id, RequestId request, EffectKind kind = EffectKind.NotifyPatron, DateTimeOffset? at = null) =>
        new(id, request, kind) { At = at ?? Noon, NotBefore = at ?? Noon, Entry = kind == EffectKind.SendRequest ? 0 : null };

    public static MessageKey Key(RequestId request, string messageId = "m1") => new(request, "staff", messageId);

    /// <summary>A tombstone of the request, and what is to be erased with it.</summary>
    public static RequestSave Purge(BorrowingRequest request, string? messageId = null)
    {
        var save = Save(
            request.Next(next =>
            {
                (next.Status, next.Traits) = (BorrowingStatus.Deleted, RequestTraits.Final);
                (next.Patron, next.Citation, next.ExternalId, next.Pickup) = (null, new(), null, null);
            }),
            messageId);
        return save with { ErasesPatronData = true, Event = save.Event with { Data = null } };
    }

    /// <summary>Saves by a few callers at once, as hosts do.</summary>
    public static Task SaveAllAsync(this IRequestStore store, IEnumerable<RequestSave> saves) => Parallel.ForEachAsync(
        saves, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (save, token) => await store.SaveAsync(save, token).ConfigureAwait(false));

    public static async Task<List<T>> ToList<T>(this IAsyncEnumerable<IReadOnlyList<T>> batches)
    {
        List<T> all = [];
        await foreach (var batch in batches.ConfigureAwait(false))
        {
            all.AddRange(batch);
        }

        return all;
    }

    /// <summary>Every id of a list, page after page.</summary>
    public static async Task<List<string>> Ids(this IRequestReader reader, RequestQuery query, int limit = 100)
    {
        List<string> ids = [];
        string? after = null;
        do
        {
            var page = await reader.ListAsync(query, limit, after).ConfigureAwait(false);
            Check.That(page.Requests.Count <= limit, $"a page of at most {limit} holds {page.Requests.Count}.");
            Check.That(after is null || page.Requests.Count > 0, "a page that the page before announced is empty.");
            ids.AddRange(page.Requests.Select(request => request.Id.Value));
            after = page.Next;
        }
        while (after is not null);
        return ids;
    }
}
