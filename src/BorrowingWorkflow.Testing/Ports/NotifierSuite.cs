using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Ports;

/// <summary>What <see cref="IPatronNotifier"/> promises: every notice and alert of the table, once each however often it is asked for.</summary>
/// <param name="open">Makes a harness for one case; the suite disposes of it.</param>
public sealed class NotifierSuite(Func<NotifierHarness> open) : ConformanceSuite
{
    private static readonly (EffectKind Kind, string? Detail)[] Deeds =
    [
        .. NoticeNames.Notices.Select(name => (EffectKind.NotifyPatron, (string?)name)),
        .. NoticeNames.Alerts.Select(name => (EffectKind.AlertStaff, (string?)name)),
    ];

    private protected override IEnumerable<ConformanceCase> List() => PortCases<IPatronNotifier>.List(
        "NOTIFIER",
        open,
        Deeds,
        static (notifier, effect, request, cancellationToken) => effect.Kind == EffectKind.NotifyPatron
            ? notifier.NotifyPatronAsync(effect, request, cancellationToken)
            : notifier.AlertStaffAsync(effect, request, cancellationToken));
}
