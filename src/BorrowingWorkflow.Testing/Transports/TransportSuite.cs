using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>What <see cref="IPartnerTransport"/> promises: at least once, recognisable when repeated, and never more certain than it can be.</summary>
/// <param name="open">Makes a harness for one case; the suite disposes of it.</param>
public sealed class TransportSuite(Func<TransportHarness> open) : ConformanceSuite
{
    private protected override IEnumerable<ConformanceCase> List() =>
    [
        Case("01", "SendRequestAsync", "A request that the partner confirmed is Delivered, and arrived once", ConfirmedCases.RequestAsync),
        Case("02", "SendMessageAsync", "A message of every kind that the partner confirmed is Delivered, and arrived once", ConfirmedCases.EveryMessageAsync),
        Case("03", "SendRequestAsync", "A send, a retry and a repetition all go out as the request", ConfirmedCases.EveryRequestAsync),
        Case("04", "SendMessageAsync", "Text arrives as it was, whatever it holds", ConfirmedCases.TextAsync),
        Case("05", "Delivery.NotDelivered", "A refused message is NotDelivered, and did not arrive", CertaintyCases.RefusedAsync),
        Case("06", "Delivery.NotDelivered", "A message to a partner that can't be reached is NotDelivered, and did not arrive", CertaintyCases.UnreachableAsync),
        Case("07", "Delivery.Unknown", "A message whose confirmation was lost is neither Delivered nor NotDelivered", CertaintyCases.DroppedAsync),
        Case("08", "Delivery.Unknown", "An answer that means nothing leaves the outcome unknown", CertaintyCases.NonsenseAsync),
        Case("09", "Delivery.Unknown", "A confirmation that is late leaves the outcome unknown, and is not taken for another message's", CertaintyCases.LateAsync),
        Case("10", "Delivery.Delivered", "A confirmation that comes twice is not taken for another message's", CertaintyCases.RepeatedAnswerAsync),
        Case("11", "Effect.Id", "The same effect again reaches the partner under the same id", IdentityCases.SameEffectAsync),
        Case("12", "Effect.Id", "The same effect after an unknown outcome reaches the partner under the same id", IdentityCases.AfterUnknownAsync),
        Case("13", "Effect.Id", "Different effects reach the partner under different ids", IdentityCases.DifferentEffectsAsync),
        Case("14", "Effect.RepeatOf", "A repetition carries the id and the date of the first", IdentityCases.RepetitionAsync),
        Case("15", "IPartnerTransport", "Messages that are sent one after another all arrive, in order where the transport keeps it", TrafficCases.OrderAsync),
        Case("16", "IPartnerTransport", "A message that always fails does not break the next one", TrafficCases.PoisonAsync),
        Case("17", "IPartnerTransport", "Many messages at once arrive once each, under ids of their own", TrafficCases.ConcurrencyAsync),
        Case("18", "AskAsync", "A partner that has the request answers Delivered", QuestionCases.HasAsync),
        Case("19", "AskAsync", "A partner that has not got the request answers NotDelivered", QuestionCases.HasNotAsync),
        Case("20", "AskAsync", "A question without an answer is unknown, and never a no", QuestionCases.NoAnswerAsync),
        Case("21", "AskAsync", "A question sends no request", QuestionCases.SendsNothingAsync),
        Case("22", "IPartnerTransport", "A call that was cancelled beforehand sends nothing", CancellationCases.BeforehandAsync),
        Case("23", "IPartnerTransport", "A call that is cancelled under way ends, and claims nothing", CancellationCases.UnderWayAsync),
        Case("24", "IPartnerTransport", "An exception says nothing of the patron or the text", CancellationCases.SecrecyAsync),
        Case("25", "EffectDispatcher", "A message whose settlement was lost in a crash is sent again under the same id", DispatchCases.MessageAfterCrashAsync),
        Case("26", "EffectDispatcher", "A request whose outcome was lost in a crash is asked for, or sent again under the same id", DispatchCases.RequestAfterCrashAsync),
        Case("27", "EffectDispatcher", "A request whose outcome is unknown is settled, and the partner has one", DispatchCases.UnknownRequestAsync),
        Case("28", "EffectDispatcher", "What did not arrive is sent again until it does", DispatchCases.NotDeliveredAsync),
    ];

    private ConformanceCase Case(string number, string clause, string title, Func<TransportScene, Task> prove) =>
        new($"TRANSPORT-{number}", clause, title, async cancellationToken =>
        {
            var harness = open();
            await using (harness.ConfigureAwait(false))
            {
                await prove(new(harness, cancellationToken)).ConfigureAwait(false);
            }
        });
}
