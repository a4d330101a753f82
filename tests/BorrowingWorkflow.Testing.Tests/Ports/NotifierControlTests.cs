using BorrowingWorkflow.Testing.Ports;
using BorrowingWorkflow.Testing.Tests.Controls;

namespace BorrowingWorkflow.Testing.Tests.Ports;

public class NotifierControlTests
{
    private static readonly ControlTable Table = new(
        "notifier",
        new NotifierSuite(() => new WorldNotifierHarness()),
        [
            Of("01", "It leaves out the notice of a recall", "NotifyPatron(Recalled), once: expected 1, got 0", PortDefect.LeavesOneOut),
            Of("02", "It does what it is asked for, each time", "asked for twice: expected 1, got 2", PortDefect.MakesNewKeys),
            Of("03", "It looks whether an effect was done, and then does it", "asked for by many at once: expected 1, got 2", PortDefect.LooksBeforeItLeaps),
            Of("04", "It recognises effects by their content", "after another like it: expected 1, got 0", PortDefect.RecognisesByContent),
            Of("05", "It loses what comes while it is at work", "among many at once: expected 1, got 0", PortDefect.LosesWhatComesMeanwhile),
            Of("06", "It writes an effect down as done before it does it", "broke off before the deed: expected 1, got 0", PortDefect.WritesDownBeforeTheDeed),
            Of("07", "It forgets an effect that failed", "broke off after the deed: expected 1, got 2", PortDefect.MakesNewKeysAfterFailures),
            Of("08", "It swallows faults", "when the call has returned: expected 1, got 0", PortDefect.SwallowsFaults),
            Of("09", "It does not look at the token", "cancelled beforehand: expected OperationCanceledException", PortDefect.IgnoresCancellation),
            Of("10", "It remembers the last effect only", "asked for again after later ones: expected 1, got", PortDefect.RemembersTheLastOnly),
            Of("11", "It takes the text for a format", "it ended in FormatException", PortDefect.FormatsText),
            Of("12", "It needs a patron", "it ended in NullReferenceException", PortDefect.NeedsAPatron),
            Of("13", "Its exceptions name the patron", "names the patron", PortDefect.NamesThePatron),
            Of("14", "It recognises effects until the host restarts", "asked for again after a restart: expected 1, got 2", PortDefect.MakesNewKeysAfterARestart),
        ]);

    public static IEnumerable<object[]> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_broken_notifier_fails_its_case(string id) => Table.EnsureFailsAsync(id);

    [Fact]
    public void Every_case_has_a_broken_notifier() => Table.EnsureOneForEachCase();

    [Fact]
    public void The_table_in_the_docs_is_this_one() => Table.EnsurePage();

    private static NegativeControl Of(string number, string broken, string says, PortDefect defect) =>
        new($"NOTIFIER-{number}", broken, says, () => new NotifierSuite(() => new WorldNotifierHarness(defect)));
}
