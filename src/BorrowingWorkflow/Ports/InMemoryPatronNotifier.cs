using System.Runtime.CompilerServices;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>Keeps notices and alerts instead of sending them: for tests, demonstrations and small hosts. Safe for any number of threads.</summary>
public sealed class InMemoryPatronNotifier : IPatronNotifier
{
    private readonly EffectLog<bool> _notices = new();
    private readonly EffectLog<bool> _alerts = new();

    /// <summary>The notices to patrons, each once, oldest first.</summary>
    public IReadOnlyList<Effect> Notices => _notices.Effects;

    /// <summary>The alerts to staff, each once, oldest first.</summary>
    public IReadOnlyList<Effect> Alerts => _alerts.Effects;

    /// <inheritdoc/>
    public ValueTask NotifyPatronAsync(Effect notice, BorrowingRequest request, CancellationToken cancellationToken = default) =>
        Keep(_notices, notice, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask AlertStaffAsync(Effect alert, BorrowingRequest request, CancellationToken cancellationToken = default) =>
        Keep(_alerts, alert, request, cancellationToken);

    private static ValueTask Keep(
        EffectLog<bool> log,
        Effect effect,
        BorrowingRequest request,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(effect))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(effect, name);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        log.Once(effect, () => true);
        return ValueTask.CompletedTask;
    }
}
