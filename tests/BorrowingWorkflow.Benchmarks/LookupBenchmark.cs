using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>The look-up's own questions.</summary>
internal static class LookupBenchmark
{
    private const int Repetitions = 5_000_000;

    // Kept and printed, so that no compiler finds out that nobody wants the answers.
    private static int _answers;

    public static Task RunAsync()
    {
        const GuardFacts facts = GuardFacts.AnotherPending | GuardFacts.HasWillSupply | GuardFacts.HasRequestAccepted;
        Ask("CanFire", static () => _answers += BorrowingMachine.CanFire(BorrowingStatus.RequestSentToPartner, Trigger.PartnerRejected, Actor.Partner, facts) ? 1 : 0);
        Ask("Next", static () => _answers += (int)(BorrowingMachine.Next(BorrowingStatus.RequestSentToPartner, Trigger.PartnerRejected, Actor.Partner, facts) ?? default));
        Ask("Permitted", static () => _answers += BorrowingMachine.Permitted(BorrowingStatus.LoanedItemToPatron, Actor.Staff, facts).Count);
        Console.WriteLine($"(sum of the answers: {_answers})");
        return Task.CompletedTask;
    }

    private static void Ask(string question, Action ask)
    {
        var (nanoseconds, bytes) = Measure.Each(Repetitions, ask);
        Measure.Print(question, $"{nanoseconds:0.0} ns, {bytes:0} bytes", "under 20 ns, 0 bytes", nanoseconds < 20 && bytes < 1);
    }
}
