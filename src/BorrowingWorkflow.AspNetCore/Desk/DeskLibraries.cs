using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>The libraries that staff choose between: those that the host names, else those with requests in hand. Safe for any number of threads.</summary>
internal sealed class DeskLibraries(IRequestReader reader, DeskOptions options, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private Seen? _seen;

    public async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        if (options.Libraries.Count > 0)
        {
            return [.. options.Libraries];
        }

        var now = time.GetUtcNow();
        if (_seen is { } seen && now - seen.At < KeptFor && now >= seen.At)
        {
            return seen.Codes;
        }

        var codes = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var batch in reader.ScanAsync(ScanScope.Watched, cancellationToken))
        {
            for (var index = 0; index < batch.Count; index++)
            {
                codes.Add(batch[index].Summary.Library);
            }
        }

        var found = new Seen(now, [.. codes]);
        _seen = found;
        return found.Codes;
    }

    private sealed record Seen(DateTimeOffset At, IReadOnlyList<string> Codes);
}
