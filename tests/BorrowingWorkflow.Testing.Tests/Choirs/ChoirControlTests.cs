using BorrowingWorkflow.Testing.Choirs;
using BorrowingWorkflow.Testing.Stores;
using BorrowingWorkflow.Testing.Tests.Controls;

namespace BorrowingWorkflow.Testing.Tests.Choirs;

public class ChoirControlTests
{
    private static readonly ControlTable Table = new(
        "choir",
        new ChoirSuite(() => new HallHarness()),
        [
            Of("01", "It forgets under which key a verdict stands", "The inputs in the history", StoreDefect.ForgetsKeys),
            Of("02", "It gives another verdict than the first to a message that comes again", "that a duplicate of song/", StoreDefect.MixesUpFirstVerdicts),
            Of("03", "Its history forgets the clause", "The history, of", StoreDefect.ForgetsClauses),
            Of("04", "It writes a decision over one that it does not know", "Revision, version and earlier status of event", StoreDefect.AcceptsStaleSaves),
            Of("05", "It forgets whom a request is assigned to", "The request at the end", StoreDefect.LosesAssignees),
            Of("06", "It loses alerts", "The counts of effects", StoreDefect.LosesAlerts),
            Of("07", "It passes over deadlines", "was due and never fired", StoreDefect.LosesDeadlines),
            Of("08", "It leases an effect to two dispatchers", "The messages, each once", StoreDefect.LeasesTwice),
            Of("09", "It mistakes a request for another whose id ends alike", "The history of R-17 holds another's", StoreDefect.MixesUpHistories),
            new(
                "CHOIR-10",
                "It says that views share the storage, and each has its own",
                "is seen in another: expected True, got False",
                () => new ChoirSuite(() => new HallHarness(capabilities: StoreCapabilities.Shared))),
            new(
                "CHOIR-11",
                "It says that it is durable, and is empty after a restart",
                "Events after a restart: expected",
                () => new ChoirSuite(() => new HallHarness(capabilities: StoreCapabilities.Durable))),
        ]);

    public static IEnumerable<object[]> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_broken_store_fails_its_case(string id) => Table.EnsureFailsAsync(id);

    [Fact]
    public void Every_case_has_a_broken_store() => Table.EnsureOneForEachCase();

    [Fact]
    public void The_table_in_the_docs_is_this_one() => Table.EnsurePage();

    private static NegativeControl Of(string number, string broken, string says, StoreDefect defect) =>
        new($"CHOIR-{number}", broken, says, () => new ChoirSuite(() => new HallHarness(defect)));
}
