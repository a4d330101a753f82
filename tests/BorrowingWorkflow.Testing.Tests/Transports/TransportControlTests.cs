using BorrowingWorkflow.Testing.Tests.Controls;
using BorrowingWorkflow.Testing.Transports;

namespace BorrowingWorkflow.Testing.Tests.Transports;

public class TransportControlTests
{
    private static readonly ControlTable Table = new(
        "transport",
        new TransportSuite(() => new WireHarness()),
        [
            Of("01", "It sends every request twice", "Messages at the partner: expected 1, got 2", WireDefect.SendsRequestsTwice),
            Of("02", "It leaves renewals out", "after SendRenew: expected 1, got 0", WireDefect.LeavesRenewalsOut),
            Of("03", "It takes a repetition for done already", "after RepeatSend: expected 1, got 0", WireDefect.LeavesRepetitionsOut),
            Of("04", "It knows ASCII only", "The text at the partner", WireDefect.KnowsAsciiOnly),
            Of("05", "It takes a refusal for a confirmation", "refuses it: expected NotDelivered, got Delivered", WireDefect.TakesRefusalsForConfirmations),
            Of("06", "It keeps what it can't send, and calls that delivered", "no connection: expected NotDelivered, got Delivered", WireDefect.CallsQueuedDelivered),
            Of("07", "It takes silence for failure", "before the confirmation: expected Unknown, got NotDelivered", WireDefect.TakesSilenceForFailure),
            Of("08", "It takes any answer for a confirmation", "means nothing: expected Unknown, got Delivered", WireDefect.TakesAnyAnswerForConfirmation),
            Of("09", "It takes a late confirmation for that of the message under way", "late confirmation: expected Unknown, got Delivered", WireDefect.TakesLateAnswersForOthers),
            Of("10", "It takes a second confirmation for that of the message under way", "second confirmation: expected Unknown, got Delivered", WireDefect.TakesSecondAnswersForOthers),
            Of("11", "It makes a new id at each call", "saw one effect of R-1: expected 1, got 2", WireDefect.MakesNewIdsEachCall),
            Of("12", "It makes a new id after a failure", "saw one effect of R-1: expected 1, got 2", WireDefect.MakesNewIdsAfterFailures),
            Of("13", "It names messages by their request alone", "of 5 that were sent: expected 5, got 2", WireDefect.NamesMessagesByRequest),
            Of("14", "It names a repetition by its own id", "saw one effect of R-1: expected 1, got 2", WireDefect.IgnoresRepeatOf),
            Of("15", "It says that it keeps the order, and swaps messages", "The notes at the partner", WireDefect.SwapsMessages),
            Of("16", "It stays broken once a message has failed", "after the poison: expected Delivered, got Unknown", WireDefect.StaysBrokenAfterFailures),
            Of("17", "It loses a message that comes while another is under way", "What the partner has", WireDefect.DropsWhatComesMeanwhile),
            Of("18", "It says that it can ask, and does not", "that arrived: expected Delivered, got Unknown", WireDefect.DoesNotAsk),
            Of("19", "It answers questions by itself, with yes", "never went out: expected NotDelivered, got Delivered", WireDefect.AnswersYesByItself),
            Of("20", "It takes silence for a no", "Asked under Drop: expected Unknown, got NotDelivered", WireDefect.TakesSilenceForNo),
            Of("21", "It asks by sending the request again", "after two questions: expected 0, got 2", WireDefect.AsksBySending),
            Of("22", "It does not look at the token", "cancelled beforehand: expected OperationCanceledException", WireDefect.IgnoresCancellation),
            Of("23", "It calls what was cancelled under way not delivered", "was cancelled under way and is NotDelivered; the partner has it", WireDefect.CallsCancelledNotDelivered),
            Of("24", "Its exceptions name the patron", "under BeUnreachable names the patron", WireDefect.NamesThePatron),
            Of("25", "It makes a new id at each call", "saw one message, in 2 copies: expected 1, got 2", WireDefect.MakesNewIdsEachCall),
            Of("26", "It can't ask, and makes a new id at each call", "saw one message, in 2 copies: expected 1, got 2", WireDefect.MakesNewIdsEachCall, TransportCapabilities.None),
            Of("27", "It can't ask, and names a repetition by its own id", "saw one message, in 2 copies: expected 1, got 2", WireDefect.IgnoresRepeatOf, TransportCapabilities.None),
            Of("28", "It takes a message that failed for sent when it comes again", "in 0 copies: expected 1, got 0", WireDefect.TakesFailuresForDone),
        ]);

    public static IEnumerable<object[]> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_broken_transport_fails_its_case(string id) => Table.EnsureFailsAsync(id);

    [Fact]
    public void Every_case_has_a_broken_transport() => Table.EnsureOneForEachCase();

    [Fact]
    public void The_table_in_the_docs_is_this_one() => Table.EnsurePage();

    private static NegativeControl Of(
        string number, string broken, string says, WireDefect defect, TransportCapabilities capabilities = WireHarness.Everything) =>
        new($"TRANSPORT-{number}", broken, says, () => new TransportSuite(() => new WireHarness(capabilities, defect)));
}
