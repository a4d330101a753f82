using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Ports;

/// <summary>A case at work: the port that was opened, and words for what it does.</summary>
internal sealed class PortScene<TPort>(
    PortHarness<TPort> harness,
    TPort port,
    IReadOnlyList<(EffectKind Kind, string? Detail)> deeds,
    Func<TPort, Effect, BorrowingRequest, CancellationToken, ValueTask> call,
    CancellationToken cancellationToken)
    where TPort : class
{
    public const string Patron = "patron-4711-of-whom-nobody-speaks";

    public const string Secret = "a text that is between patron and library";

    private static readonly DateTimeOffset Decided = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    private TPort _port = port;

    public PortHarness<TPort> Harness => harness;

    /// <summary>An effect of each kind and name that the table knows, on a request each.</summary>
    public IEnumerable<Effect> EachDeed => deeds.Select((_, index) => Deed(index, $"R-{index + 1}"));

    /// <summary>The deed at a place of the list, any number counting round.</summary>
    public Effect Deed(int index, string request = "R-1", int number = 1)
    {
        var (kind, detail) = deeds[index % deeds.Count];
        return new($"{request}/{number}/1", request, kind)
        {
            Detail = detail,
            DueDate = kind == EffectKind.ExtendLoan ? Decided.AddDays(30) : null,
            At = Decided,
            NotBefore = Decided,
        };
    }

    public async Task DoAsync(Effect effect, CancellationToken? token = null, bool isErased = false) =>
        await call(_port, effect, Request(effect, isErased), token ?? cancellationToken).ConfigureAwait(false);

    public async Task<Exception?> TryAsync(Effect effect)
    {
        try
        {
            await DoAsync(effect).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return exception;
        }
    }

    public async Task<int> CountAsync(Effect effect) => await harness.CountAsync(effect, cancellationToken).ConfigureAwait(false);

    public async Task CountsAsync(int expected, Effect effect, string when) =>
        Check.Equal(expected, await CountAsync(effect).ConfigureAwait(false), $"Consequences of {effect.Name}, {when}");

    public async Task ReopenAsync() => _port = await harness.OpenAsync(cancellationToken).ConfigureAwait(false);

    private static BorrowingRequest Request(Effect effect, bool isErased) => new()
    {
        Id = effect.Request,
        Version = 1,
        Revision = 1,
        Status = isErased ? BorrowingStatus.Deleted : BorrowingStatus.LoanedItemToPatron,
        EnteredAt = Decided,
        CreatedAt = Decided,
        Library = "SDSU",
        Patron = isErased || effect.Kind == EffectKind.ErasePatronData ? null : new(Patron, "faculty"),
        Citation = isErased ? new() : new() { Title = "The Dispossessed", Isbn = "9780060512750" },
    };
}
