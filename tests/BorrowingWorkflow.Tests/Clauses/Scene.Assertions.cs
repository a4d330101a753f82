using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>What came of the last input. Every comparison is exact: what is not named must not be there.</summary>
internal sealed partial class Scene
{
    /// <summary>The last input was applied by the clause and the request stands in the status.</summary>
    public Scene ShouldBe(BorrowingStatus status, string clause)
    {
        Assert.True(Result.IsApplied, $"{_history[^1].Trigger} was {Result.Verdict} in {Result.Status}: {Result.Reason}");
        Assert.Equal((clause, status), (Result.Clause!, Result.Status));
        Assert.Equal(status, Request.Status);
        return this;
    }

    /// <summary>The last input did these things, in this order, by the names that the table writes.</summary>
    public Scene WithEffects(params string[] names)
    {
        Assert.Equal(names, Effects.Select(effect => effect.Name));
        return this;
    }

    public Scene WithoutEffects() => WithEffects();

    /// <summary>The one effect of the name that the last input did is as told.</summary>
    public Scene WithEffect(string name, Action<Effect> check)
    {
        check(Assert.Single(Effects, effect => effect.Name == name));
        return this;
    }

    /// <summary>The one effect of the name goes to the partner's entry.</summary>
    public Scene WithEffectTo(string partner, string name) => WithEffect(name, effect =>
    {
        Assert.Equal(partner, effect.Partner);
        Assert.Equal(partner, Request.Rota[effect.Entry!.Value].Partner);
    });

    /// <summary>The last input put this on record, in this order.</summary>
    public Scene WithRecords(params string[] records)
    {
        Assert.Equal(records, Save.Event.Records);
        return this;
    }

    /// <summary>The last input withdrew as many sends.</summary>
    public Scene Withdrawing(int sends)
    {
        Assert.Equal(sends, Save.Withdrawn.Count);
        return this;
    }

    /// <summary>The last input settled as many sends in this way.</summary>
    public Scene Settling(int sends, EffectOutcome outcome)
    {
        Assert.Equal(Enumerable.Repeat(outcome, sends), Save.Settled.Select(settled => settled.Outcome));
        return this;
    }

    /// <summary>These clocks run, the earliest first.</summary>
    public Scene WithDeadlines(params DeadlineKind[] kinds)
    {
        Assert.Equal(kinds, Request.Deadlines.Select(deadline => deadline.Kind));
        Assert.Equal(Request.Deadlines.OrderBy(deadline => deadline.At), Request.Deadlines);
        return this;
    }

    /// <summary>The one clock that runs, and when it is due.</summary>
    public Scene WithDeadline(DeadlineKind kind, DateTimeOffset at)
    {
        Assert.Equal([new Deadline(kind, at)], Request.Deadlines);
        return this;
    }

    /// <summary>The whole rota, each entry as "CSUN Rejected".</summary>
    public Scene RotaIs(params string[] entries)
    {
        Assert.Equal(entries, Request.Rota.Select(entry => $"{entry.Partner} {entry.State}"));
        return this;
    }

    /// <summary>The partner whose entry is active; null where none is.</summary>
    public Scene ActiveIs(string? partner)
    {
        Assert.Equal(partner, Request.Active?.Partner);
        return this;
    }

    /// <summary>The entry of the partner's is as told.</summary>
    public Scene WithEntry(string partner, Action<RotaEntry> check)
    {
        check(Assert.Single(Request.Rota, entry => entry.Partner == partner));
        return this;
    }

    /// <summary>The request is as told.</summary>
    public Scene WithRequest(Action<BorrowingRequest> check)
    {
        check(Request);
        return this;
    }

    /// <summary>The last input was refused for the clause; status and version are as before.</summary>
    public Scene ShouldBeRefused(string? clause) => ShouldNotApply(Verdict.Refused, clause);

    public Scene ShouldBeOutOfSequence() => ShouldNotApply(Verdict.OutOfSequence, null);

    public Scene ShouldBeFromInactivePartner() => ShouldNotApply(Verdict.FromInactivePartner, null);

    private Scene ShouldNotApply(Verdict verdict, string? clause)
    {
        Assert.Equal((verdict, clause), (Result.Verdict, Result.Clause));
        var recorded = Save.Event;
        Assert.Equal((recorded.From, Request.Status), (recorded.To, recorded.From));
        Assert.Equal(_history.Count(step => step.Verdict == Verdict.Applied), Request.Version);
        Assert.Null(recorded.Clause);
        return WithoutEffects().WithRecords().Withdrawing(0);
    }
}
