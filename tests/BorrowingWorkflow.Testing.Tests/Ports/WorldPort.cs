using System.Collections.Concurrent;
using System.Globalization;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Tests.Ports;

/// <summary>A notifier and circulation as a host could write it, over a world that takes keys; whole, or with one defect.</summary>
internal sealed class WorldPort(World world, int restarts, PortDefect defect) : IPatronNotifier, ICirculation
{
    private readonly ConcurrentDictionary<string, bool> _known = new();
    private readonly TaskCompletionSource _another = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _last;
    private int _calls;

    public ValueTask NotifyPatronAsync(Effect notice, BorrowingRequest request, CancellationToken cancellationToken = default) =>
        DoAsync(notice, request, cancellationToken);

    public ValueTask AlertStaffAsync(Effect alert, BorrowingRequest request, CancellationToken cancellationToken = default) =>
        DoAsync(alert, request, cancellationToken);

    public ValueTask ApplyAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken = default) =>
        DoAsync(effect, request, cancellationToken);

    private async ValueTask DoAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken)
    {
        if (defect != PortDefect.IgnoresCancellation)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        var call = Interlocked.Increment(ref _calls);
        await Task.Yield();
        if (await IsLeftOutAsync(effect, request, call))
        {
            return;
        }

        try
        {
            world.Do(KeyOf(effect, call), effect.Id);
            _last = effect.Id;
        }
        catch (IOException) when (defect == PortDefect.SwallowsFaults)
        {
        }
        catch (IOException broken) when (defect == PortDefect.NamesThePatron)
        {
            throw new IOException($"Nothing could be done for {request.Patron?.Id}.", broken);
        }
        catch (IOException)
        {
            _known[effect.Id] = true;
            throw;
        }
    }

    private async ValueTask<bool> IsLeftOutAsync(Effect effect, BorrowingRequest request, int call)
    {
        switch (defect)
        {
            case PortDefect.LeavesOneOut:
                return effect.Detail == "Recalled" || effect.Kind == EffectKind.DeliverFile;
            case PortDefect.RecognisesByContent:
                return !_known.TryAdd($"{effect.Request}/{effect.Name}", true);
            case PortDefect.WritesDownBeforeTheDeed:
                return !_known.TryAdd(effect.Id, true);
            case PortDefect.LooksBeforeItLeaps or PortDefect.LosesWhatComesMeanwhile when call == 1:
                await _another.Task;
                return false;
            case PortDefect.LooksBeforeItLeaps when call == 2:
                _another.TrySetResult();
                return false;
            case PortDefect.LooksBeforeItLeaps:
                return true;
            case PortDefect.LosesWhatComesMeanwhile:
                return _another.TrySetResult();
            case PortDefect.FormatsText when effect.Text is { } text:
                _ = string.Format(CultureInfo.InvariantCulture, text);
                return false;
            case PortDefect.NeedsAPatron when effect.Kind != EffectKind.ErasePatronData:
                return request.Patron!.Id.Length == 0;
            default:
                return false;
        }
    }

    private string KeyOf(Effect effect, int call) => defect switch
    {
        PortDefect.MakesNewKeys or PortDefect.LooksBeforeItLeaps => $"{effect.Id}#{call}",
        PortDefect.MakesNewKeysAfterFailures when _known.ContainsKey(effect.Id) => $"{effect.Id}#{call}",
        PortDefect.RemembersTheLastOnly when _last != effect.Id => $"{effect.Id}#{call}",
        PortDefect.MakesNewKeysAfterARestart => $"{effect.Id}#{restarts}",
        _ => effect.Id,
    };
}
