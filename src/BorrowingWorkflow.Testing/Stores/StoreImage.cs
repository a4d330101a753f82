using System.Diagnostics.CodeAnalysis;
using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Everything that can be read from a store, as text: two images are equal where nothing has changed.</summary>
internal static class StoreImage
{
    private static readonly DateTimeOffset Always = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads everything. Inputs are taken to come from staff, as <see cref="Given"/> makes them.</summary>
    public static async Task<string> OfAsync(IWorkflowStore store)
    {
        List<string> lines = [];
        foreach (var (summary, opened) in (await store.ScanAsync(ScanScope.Everything).ToList().ConfigureAwait(false)).OrderBy(one => one.Summary.Id.Value, StringComparer.Ordinal))
        {
            lines.Add($"{summary}, opened: {opened is not null}");
            lines.AddRange(await OfRequestAsync(store, summary.Id).ConfigureAwait(false));
        }

        foreach (var order in Enum.GetValues<RequestOrder>())
        {
            lines.Add($"{order}: {string.Join(", ", await store.Ids(new() { Order = order }).ConfigureAwait(false))}");
        }

        lines.AddRange(Sorted("waits", await store.PendingAsync().ToList().ConfigureAwait(false)));
        lines.AddRange(Sorted("counted", await store.CountAsync().ConfigureAwait(false)));
        lines.AddRange(Sorted("run", await store.LatestRunsAsync().ConfigureAwait(false)));
        lines.AddRange(Sorted("dismissed", await store.DismissalsAsync(DateTimeOffset.MinValue).ConfigureAwait(false)));
        lines.Add((await store.BacklogAsync(Always).ConfigureAwait(false)).ToString());
        return string.Join('\n', lines);
    }

    [return: NotNullIfNotNull(nameof(request))]
    public static string? Of(BorrowingRequest? request) => request is null ? null : Encoding.UTF8.GetString(BorrowingRequestJson.Serialize(request));

    [return: NotNullIfNotNull(nameof(item))]
    public static string? Of(HistoryEvent? item) => item is null ? null : Encoding.UTF8.GetString(BorrowingRequestJson.Serialize(item));

    public static string Of(Effect effect) => Encoding.UTF8.GetString(BorrowingRequestJson.Serialize(effect));

    public static string Of(IEnumerable<HistoryEvent> history) => string.Join('\n', history.Select(Of));

    private static async Task<List<string>> OfRequestAsync(IWorkflowStore store, RequestId id)
    {
        List<string> lines = [];
        var request = await store.FindAsync(id).ConfigureAwait(false);
        lines.Add(request is null ? $"{id} is not found" : Of(request));
        if (request?.Patron is { } patron)
        {
            lines.Add($"of the same patron: {string.Join(", ", await store.Ids(new() { Patron = patron.Id }).ConfigureAwait(false))}");
        }

        foreach (var item in await store.HistoryAsync(id).ConfigureAwait(false))
        {
            var loaded = await store.LoadAsync(id, Given.Key(id, item.MessageId)).ConfigureAwait(false);
            lines.Add(Of(item));
            lines.Add($"{item.MessageId} has the verdict of revision {loaded.FirstVerdict?.Revision}");
            lines.AddRange(Sorted("send", loaded.OpenSends));
        }

        return lines;
    }

    private static IEnumerable<string> Sorted<T>(string what, IEnumerable<T> items) => items.Select(item => $"{what} {item}").Order(StringComparer.Ordinal);
}
