using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Transports;

namespace BorrowingWorkflow.Testing.Ports;

/// <summary>What every port promises that effects are handed to: one consequence for one effect.</summary>
internal static class PortCases<TPort>
    where TPort : class
{
    private const int Callers = 16;

    public static IEnumerable<ConformanceCase> List(
        string suite,
        Func<PortHarness<TPort>> open,
        IReadOnlyList<(EffectKind Kind, string? Detail)> deeds,
        Func<TPort, Effect, BorrowingRequest, CancellationToken, ValueTask> call)
    {
        return
        [
            Case("01", "Effect.Kind", "Everything that the table asks for is done", EveryDeedAsync),
            Case("02", "Effect.Id", "The same effect again has no second consequence", AgainAsync),
            Case("03", "Effect.Id", "The same effect from many callers at once has one consequence", AgainAtOnceAsync),
            Case("04", "Effect.Id", "Two effects with the same content have two consequences", SameContentAsync),
            Case("05", Name, "Many effects at once have one consequence each", ManyAsync),
            Case("06", Name, "What broke off before the deed is done when it is tried again", BrokenBeforeAsync),
            Case("07", Name, "What broke off after the deed is not done a second time when it is tried again", BrokenAfterAsync),
            Case("08", Name, "A call that returns has done its deed", NotSwallowedAsync),
            Case("09", Name, "A call that was cancelled beforehand does nothing, and may be made again", CancelledAsync),
            Case("10", "Effect.Id", "An effect that comes again after later ones is recognised", AfterLaterOnesAsync),
            Case("11", "Effect.Text", "Text of any kind and length is taken", TextAsync),
            Case("12", "BorrowingRequest.Patron", "What concerns a request whose patron was erased does not fail", ErasedAsync),
            Case("13", "BorrowingRequest.Patron", "An exception says nothing of the patron or the text", SecrecyAsync),
            Case("14", Name, "After a restart an effect that was done is recognised", RestartAsync),
        ];

        ConformanceCase Case(string number, string clause, string title, Func<PortScene<TPort>, Task> prove) => new($"{suite}-{number}", clause, title, async cancellationToken =>
        {
            await using var harness = open();
            var port = await harness.OpenAsync(cancellationToken);
            await prove(new(harness, port, deeds, call, cancellationToken));
        });
    }

    private static string Name => typeof(TPort).Name;

    private static async Task EveryDeedAsync(PortScene<TPort> scene)
    {
        foreach (var deed in scene.EachDeed)
        {
            await scene.DoAsync(deed);
            await scene.CountsAsync(1, deed, "once");
        }
    }

    private static async Task AgainAsync(PortScene<TPort> scene)
    {
        foreach (var deed in scene.EachDeed)
        {
            await scene.DoAsync(deed);
            await scene.DoAsync(deed);
            await scene.CountsAsync(1, deed, "asked for twice");
        }
    }

    private static async Task AgainAtOnceAsync(PortScene<TPort> scene)
    {
        var deed = scene.Deed(0);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => scene.TryAsync(deed))));
        await scene.DoAsync(deed);
        await scene.CountsAsync(1, deed, "asked for by many at once");
    }

    private static async Task SameContentAsync(PortScene<TPort> scene)
    {
        var (one, other) = (scene.Deed(0), scene.Deed(0, number: 2));
        await scene.DoAsync(one);
        await scene.DoAsync(other);
        await scene.CountsAsync(1, one, "with another like it");
        await scene.CountsAsync(1, other, "after another like it");
    }

    private static async Task ManyAsync(PortScene<TPort> scene)
    {
        Effect[] deeds = [.. Enumerable.Range(1, 4 * Callers).Select(number => scene.Deed(number, $"R-{number}"))];
        await Task.WhenAll(deeds.Select(deed => Task.Run(() => scene.DoAsync(deed))));
        foreach (var deed in deeds)
        {
            await scene.CountsAsync(1, deed, "among many at once");
        }
    }

    private static async Task BrokenBeforeAsync(PortScene<TPort> scene)
    {
        foreach (var deed in scene.EachDeed)
        {
            await BreakOffAsync(scene, deed, PortFault.BeforeTheDeed);
            await scene.DoAsync(deed);
            await scene.CountsAsync(1, deed, "tried again after it broke off before the deed");
        }
    }

    private static async Task BrokenAfterAsync(PortScene<TPort> scene)
    {
        foreach (var deed in scene.EachDeed)
        {
            await BreakOffAsync(scene, deed, PortFault.AfterTheDeed);
            await scene.DoAsync(deed);
            await scene.CountsAsync(1, deed, "tried again after it broke off after the deed");
        }
    }

    private static async Task NotSwallowedAsync(PortScene<TPort> scene)
    {
        foreach (var deed in scene.EachDeed)
        {
            if (await BreakOffAsync(scene, deed, PortFault.BeforeTheDeed) is null)
            {
                await scene.CountsAsync(1, deed, "when the call has returned");
            }
        }
    }

    private static async Task CancelledAsync(PortScene<TPort> scene)
    {
        foreach (var deed in scene.EachDeed)
        {
            await Check.ThrowsAsync<OperationCanceledException>(() => scene.DoAsync(deed, new(canceled: true)), $"{deed.Name}, cancelled beforehand");
            await scene.CountsAsync(0, deed, "cancelled beforehand");
            await scene.DoAsync(deed);
            await scene.CountsAsync(1, deed, "asked for again after it was cancelled");
        }
    }

    private static async Task AfterLaterOnesAsync(PortScene<TPort> scene)
    {
        Effect[] deeds = [.. scene.EachDeed.Select((_, index) => scene.Deed(index, number: index + 1))];
        foreach (var deed in deeds.Concat(deeds).Concat(deeds.Reverse()))
        {
            await scene.DoAsync(deed);
        }

        foreach (var deed in deeds)
        {
            await scene.CountsAsync(1, deed, "asked for again after later ones");
        }
    }

    private static async Task TextAsync(PortScene<TPort> scene)
    {
        foreach (var (deed, index) in scene.EachDeed.Select((deed, index) => (deed, index)))
        {
            var written = deed with { Text = index % 2 == 0 ? ConfirmedCases.HostileText : "" };
            await scene.DoAsync(written);
            await scene.CountsAsync(1, written, "with a hostile text");
        }
    }

    private static async Task ErasedAsync(PortScene<TPort> scene)
    {
        foreach (var deed in scene.EachDeed)
        {
            await scene.DoAsync(deed, isErased: true);
            var count = await scene.CountAsync(deed);
            Check.That(count is 0 or 1, $"Consequences of {deed.Name} without a patron: expected 0 or 1, got {count}.");
        }
    }

    private static async Task SecrecyAsync(PortScene<TPort> scene)
    {
        foreach (var fault in Enum.GetValues<PortFault>())
        {
            foreach (var deed in scene.EachDeed)
            {
                var said = (await BreakOffAsync(scene, deed with { Id = $"{deed.Id}/{fault}", Text = PortScene<TPort>.Secret }, fault))?.ToString() ?? "";
                Check.That(!said.Contains(PortScene<TPort>.Patron, StringComparison.Ordinal), $"The exception of {deed.Name} names the patron.");
                Check.That(!said.Contains(PortScene<TPort>.Secret, StringComparison.Ordinal), $"The exception of {deed.Name} quotes the text.");
            }
        }
    }

    private static async Task RestartAsync(PortScene<TPort> scene)
    {
        var isDurable = (scene.Harness.Capabilities & PortCapabilities.Durable) != 0;
        foreach (var deed in scene.EachDeed)
        {
            await scene.DoAsync(deed);
        }

        await scene.ReopenAsync();
        foreach (var deed in scene.EachDeed)
        {
            await scene.CountsAsync(isDurable ? 1 : 0, deed, "after a restart");
            await scene.DoAsync(deed);
            await scene.CountsAsync(1, deed, "asked for again after a restart");
        }
    }

    private static async Task<Exception?> BreakOffAsync(PortScene<TPort> scene, Effect deed, PortFault fault)
    {
        await scene.Harness.BreakAsync(fault);
        var thrown = await scene.TryAsync(deed);
        await scene.Harness.RepairAsync();
        return thrown;
    }
}
