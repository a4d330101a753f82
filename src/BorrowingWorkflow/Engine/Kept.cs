using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>What is kept of every input, whatever its verdict: the counterpart of <see cref="Taken"/>.</summary>
internal static class Kept
{
    /// <summary>Keeps what detectors want to know of any input, whatever its verdict.</summary>
    public static void Note(Decision decision, Verdict verdict)
    {
        var (request, input, facts) = (decision.Request, decision.Input, decision.Request.Facts);
        if (verdict == Verdict.OutOfSequence && input.By == Actor.Partner)
        {
            facts.OutOfSequence++;
        }

        var at = input.At ?? decision.Now;
        if (facts.LastEventAt - at > facts.LargestStepBack)
        {
            facts.LargestStepBack = facts.LastEventAt - at;
        }

        facts.LastEventAt = at;
        facts.LatestEventAt = at > facts.LatestEventAt ? at : facts.LatestEventAt;
        if (decision.Context.Fires is { } fired)
        {
            Dismiss(decision, fired);
        }

        request.Revision++;
        if (verdict == Verdict.Applied && input.Trigger == Trigger.Import)
        {
            facts.ImportedRevision = request.Revision;
        }

        request.Traits = TraitsOf.Compute(request, decision.Options.KeepRejectedActive);
    }

    /// <summary>A deadline that fired is gone, applied or not; a retention that was lengthened meanwhile starts again.</summary>
    private static void Dismiss(Decision decision, Deadline fired)
    {
        var request = decision.Request;
        if (!request.Deadlines.Contains(fired))
        {
            return;
        }

        decision.Disarm(fired.Kind);
        if (fired.Kind == DeadlineKind.Retention && decision.Options.Retention is { } retention && request.EnteredAt + retention > decision.Now)
        {
            decision.Arm(fired.Kind, request.EnteredAt + retention);
        }
    }
}
