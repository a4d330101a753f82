using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;
using CsCheck;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>What holds after every decision of every course of events. CsCheck prints the seed of a course that breaks one.</summary>
public class DecisionProperties
{
    private const int Courses = 1_500;

    private static readonly Gen<BorrowingOptions> Policies = Gen.Select(
        Gen.Enum<EmptyRotaPolicy>(),
        Gen.Enum<RejectedPolicy>(),
        Gen.Bool,
        Gen.Bool,
        Gen.OneOf<TimeSpan?>(null, TimeSpan.FromDays(90)),
        Gen.Int[1, 3],
        static (empty, rejected, kept, mediated, retention, attempts) => new BorrowingOptions
        {
            OnEmptyRota = empty,
            OnRejected = rejected,
            KeepRejectedActive = kept,
            RenewalsAreMediated = mediated,
            Retention = retention,
            SendAttempts = attempts,
            LocateAttempts = attempts,
        });

    private static readonly Gen<(BorrowingOptions Options, Move[] Moves)> AnyCourse = Gen.Select(Policies, Move.Any.Array[1, 80]);

    [Fact]
    public void Every_applied_step_is_a_row_of_the_table() => Sample(step =>
    {
        var item = step.After.Save.Event;
        if (item.Verdict != Verdict.Applied)
        {
            Assert.Null(item.Clause);
            Assert.Equal(item.From, item.To);
            return;
        }

        Trigger[] triggers = item.AndThen is { } then ? [item.Trigger, then] : [item.Trigger];
        var clauses = item.Clause!.Split('+');
        var rows = clauses.Select(clause => TransitionTable.Default.Rows.Single(row => row.Clause == clause)).ToArray();
        Assert.Contains(item.From, rows[0].From);
        Assert.All(rows, row => Assert.NotEqual(Actors.None, row.Actors & item.By.AsSet()));
        Assert.True(
            rows.Length == 1 ? triggers.Any(rows[0].Triggers.Contains) : rows.Zip(triggers).All(pair => pair.First.Triggers.Contains(pair.Second)),
            $"{item.Clause} is not about {string.Join(" and ", triggers)}.");
        Assert.True(Leads(rows, item, step.Before), $"{item.Clause} does not lead from {item.From} to {item.To}.");
    });

    [Fact]
    public void The_version_counts_what_was_applied_and_the_revision_every_input()
    {
        AnyCourse.Sample(
            course =>
            {
                var walk = new DecisionWalk(course.Options);
                var (applied, inputs) = (0, 0);
                foreach (var step in Steps(walk, course.Moves))
                {
                    inputs++;
                    applied += step.After.Result.IsApplied ? 1 : 0;
                    Assert.Equal((applied, inputs), (walk.Request!.Version, walk.Request.Revision));
                    Assert.Equal((applied, walk.Request.Status), (step.After.Result.Version, step.After.Result.Status));
                }
            },
            iter: Courses,
            threads: 2);
    }

    [Fact]
    public void One_entry_is_active_or_none() => Sample(step =>
    {
        var request = step.After.Save.Request;
        var active = Enumerable.Range(0, request.Rota.Count).Where(index => request.Rota[index].State == EntryState.Active).ToArray();
        Assert.True(active.Length <= 1, "More than one entry is active.");
        Assert.True(active.Length == 0 || request.ActiveEntry == active[0], "An entry is active that the request does not point at.");
        Assert.True(request.ActiveEntry is null || request.ActiveEntry < request.Rota.Count, "The active entry is not in the rota.");
        Assert.True(
            request.Active is null or { State: EntryState.Active or EntryState.Shipped } || StatusGroups.PostShip.Contains(request.Status),
            $"The active entry is {request.Active?.State} in {request.Status}.");
        Assert.False(request.Status.IsFinal() && request.ActiveEntry is not null, $"An entry is active in {request.Status}.");
    });

    [Fact]
    public void Deadlines_are_in_order_and_only_those_that_stand_in_the_status() => Sample(step =>
    {
        var request = step.After.Save.Request;
        Assert.Equal(request.Deadlines.OrderBy(deadline => deadline.At), request.Deadlines);
        Assert.Equal(request.Deadlines.DistinctBy(deadline => deadline.Kind), request.Deadlines);
        Assert.All(request.Deadlines, deadline => Assert.Contains(
            TransitionTable.Default.Cell(request.Status, Deadlines.TriggerOf(deadline.Kind)).ToArray(), row => (row.Actors & Actors.System) != 0));
        Assert.Equal(request.Deadlines.Count > 0 ? request.Deadlines.Min(deadline => deadline.At) : null, request.NextDeadline);
        if (step.Fired is { } fired)
        {
            Assert.DoesNotContain(fired, request.Deadlines);
        }
    });

    [Fact]
    public void Traits_follow_from_the_snapshot() => Sample(step =>
        Assert.Equal(TraitsOf.Compute(step.After.Save.Request, step.Options.KeepRejectedActive), step.After.Save.Request.Traits));

    [Fact]
    public void A_snapshot_an_event_and_an_effect_are_written_and_read_without_loss() => Sample(step =>
    {
        var save = step.After.Save;
        var request = BorrowingRequestJson.Serialize(save.Request);
        AssertSame(request, BorrowingRequestJson.Serialize(BorrowingRequestJson.DeserializeRequest(request)));
        var item = BorrowingRequestJson.Serialize(save.Event);
        AssertSame(item, BorrowingRequestJson.Serialize(BorrowingRequestJson.DeserializeEvent(item)));
        foreach (var effect in save.Effects)
        {
            var json = BorrowingRequestJson.Serialize(effect);
            AssertSame(json, BorrowingRequestJson.Serialize(BorrowingRequestJson.DeserializeEffect(json)));
        }
    });

    [Fact]
    public void A_decision_leaves_what_it_started_from_alone_and_comes_out_the_same_again() => Sample(step =>
    {
        var again = Decider.Decide(step.Before, step.Input, step.Context);
        AssertSame(BorrowingRequestJson.Serialize(step.After.Save.Request), BorrowingRequestJson.Serialize(again.Save.Request));
        Assert.Equal(step.After.Save.Effects, again.Save.Effects);
        Assert.Equal(step.After.Result.Verdict, again.Result.Verdict);
        if (step.Before is { } before)
        {
            AssertSame(step.BeforeAsJson!, BorrowingRequestJson.Serialize(before));
        }
    });

    [Fact]
    public void What_is_not_applied_asks_for_nothing_and_what_is_saved_belongs_together() => Sample(step =>
    {
        var save = step.After.Save;
        SaveRules.Check(save);
        Assert.Equal(save.Effects.Select(effect => effect.Id).Distinct(), save.Effects.Select(effect => effect.Id));
        Assert.True(step.After.Result.IsApplied || (save.Effects.Count == 0 && save.Withdrawn.Count == 0), "An input that was not applied has effects.");
        Assert.True(
            step.After.Result.Verdict switch
            {
                Verdict.Refused => step.Input.By is Actor.Staff or Actor.Patron && step.After.Result.Reason is not null,
                Verdict.OutOfSequence => step.Input.By is Actor.Partner or Actor.System,
                Verdict.FromInactivePartner => step.Input.By == Actor.Partner,
                _ => step.After.Result.Verdict == Verdict.Applied,
            },
            $"{step.Input.Trigger} by {step.Input.By}: {step.After.Result.Verdict}");
        Assert.All(save.Effects.Where(effect => effect.Entry is not null), effect =>
            Assert.Equal(effect.Partner, save.Request.Rota[effect.Entry!.Value].Partner));
    });

    [Fact]
    public void A_permitted_trigger_without_a_choice_of_its_own_is_applied() => Sample(step =>
    {
        // Refused inputs say what is permitted instead; each of these has to go through as it stands.
        if (step.After.Result.Verdict != Verdict.Refused)
        {
            return;
        }

        var chooses = new[]
        {
            Trigger.DismissGeneralMessage, Trigger.DismissNote, Trigger.ChangePartnerOrder, Trigger.EditRequest, Trigger.ReturnAtBranch,
        };
        foreach (var trigger in step.After.Result.Permitted.Except(chooses))
        {
            if (trigger.IsAboutPartner() && step.After.Save.Request is { Active: null } open && !open.Status.IsFinal())
            {
                // Taken over without a rota: there is no partner to name.
                continue;
            }

            var input = step.Input with
            {
                Trigger = trigger,
                AndThen = null,
                Partner = trigger.IsAboutPartner() ? step.After.Save.Request.Active?.Partner ?? ShipperAtTheClose(step.After.Save.Request) : null,
            };
            Assert.Equal((trigger, Verdict.Applied), (trigger, Decider.Decide(step.After.Save.Request, input, step.Context with { Fires = null }).Result.Verdict));
        }
    });

    [Fact]
    public void Courses_come_to_nearly_every_clause_and_every_status()
    {
        // Otherwise the properties above would prove little.
        var (clauses, statuses, gate) = (new HashSet<string>(), new HashSet<BorrowingStatus>(), new Lock());
        Sample(step =>
        {
            lock (gate)
            {
                clauses.UnionWith(step.After.Save.Event.Clause?.Split('+') ?? []);
                statuses.Add(step.After.Result.Status);
            }
        });
        var missing = TransitionTable.Default.Rows.Select(row => row.Clause).Except(clauses).ToArray();
        Assert.True(missing.Length <= 25, $"No course came to {string.Join(", ", missing)}.");
        Assert.Empty(BorrowingStatusExtensions.All.Except(statuses));
    }

    private static string ShipperAtTheClose(BorrowingRequest request) =>
        request.BeforeClose?.ActiveEntry is { } index ? request.Rota[index].Partner : "Nobody";

    private static bool Leads(Transition[] rows, HistoryEvent item, BorrowingRequest? before)
    {
        StatusSet reached = [item.From];
        foreach (var row in rows)
        {
            reached = [.. reached.SelectMany(from => row.Triggers.SelectMany(trigger => TransitionTable.Default.Cell(from, trigger).ToArray())
                .Where(compiled => compiled.Clause == row.Clause)
                .SelectMany(compiled => compiled switch
                {
                    { Row.To.Kind: TargetKind.Imported } => new[] { item.Data!.Status!.Value },
                    { Restores: Memory.Cancel } => [.. StatusGroups.AtPartner],

                    // Of two clauses the first may have been the one that remembered.
                    { Restores: Memory.Return } => [before?.BeforeReturn?.Status ?? item.From, item.From],
                    { Restores: Memory.Close } => [before?.BeforeClose?.Status ?? item.From, item.From],
                    _ => [compiled.To],
                }))];
        }

        return reached.Contains(item.To);
    }

    /// <summary>As text: comparing arrays item by item takes longer than everything else.</summary>
    private static void AssertSame(byte[] expected, byte[] actual) => Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));

    private static void Sample(Action<Step> holds) => AnyCourse.Sample(
        course =>
        {
            foreach (var step in Steps(new(course.Options), course.Moves))
            {
                holds(step);
            }
        },
        iter: Courses,
        threads: 2);

    private static IEnumerable<Step> Steps(DecisionWalk walk, Move[] moves)
    {
        foreach (var move in moves)
        {
            if (walk.Next(move) is not { } next)
            {
                continue;
            }

            var json = next.Before is null ? null : BorrowingRequestJson.Serialize(next.Before);
            var decided = Decider.Decide(next.Before, next.Input, next.Context);
            walk.Keep(decided);
            yield return new(next.Before, json, next.Input, next.Context, decided, walk.Options, next.Context.Fires);
        }
    }

    private sealed record Step(
        BorrowingRequest? Before,
        byte[]? BeforeAsJson,
        WorkflowInput Input,
        DecisionContext Context,
        Decided After,
        BorrowingOptions Options,
        Deadline? Fired);
}
