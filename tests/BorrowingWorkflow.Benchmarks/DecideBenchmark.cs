using BorrowingWorkflow.Benchmarks.ByHand;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>
/// A step: the active partner of three rejects, the next becomes active, with event and effects. Against a Stateless machine that is
/// built and configured for the request and fires the trigger, as a program does that keeps one machine a request.
/// </summary>
internal static class DecideBenchmark
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkCalendar Calendar = new();

    public static Task RunAsync()
    {
        string[] codes = ["CHICO", "CSUN", "SJSU"];
        var partners = codes.ToDictionary(code => code, code => new Partner(code));
        var request = Decide(null, Input("1", Trigger.Submit, Actor.Patron, null, new() { Library = "SDSU", Patron = "P1", Title = "Dune" }), partners);
        request = Decide(request, Input("2", Trigger.RotaBuilt, Actor.System, null, new() { Partners = codes }), partners);
        request = Decide(request, Input("3", Trigger.Sent, Actor.System, "CHICO", new()), partners);
        var rejection = Input("4", Trigger.PartnerRejected, Actor.Partner, "CHICO", new() { Reason = "not-on-shelf" });

        var ours = Measure.Each(100_000, () => Decide(request, rejection, partners));
        var same = Measure.Each(30, FireTheWholeTable);
        var small = Measure.Each(2_000, FireAnEverydayMachine);
        Console.WriteLine($"a step by the engine's decision: {ours.Nanoseconds / 1000:0.00} µs, {ours.Bytes:0} bytes");
        Compare("against a machine with the same clauses", ours, same);
        Compare("against an everyday machine of 40 transitions", ours, small);
        return Task.CompletedTask;
    }

    private static void Compare(string what, (double Nanoseconds, double Bytes) ours, (double Nanoseconds, double Bytes) other)
    {
        var (faster, share) = (other.Nanoseconds / ours.Nanoseconds, ours.Bytes / other.Bytes);
        Measure.Print(
            what,
            $"{other.Nanoseconds / 1000:0.0} µs, {other.Bytes:0} bytes: {faster:0.0} times faster, {share:0.000} of the bytes",
            "5 times, 0.1 of the bytes",
            faster >= 5 && share <= 0.1);
    }

    private static BorrowingRequest Decide(BorrowingRequest? request, WorkflowInput input, Dictionary<string, Partner> partners) =>
        Decider.Decide(request, input, new()
        {
            Table = TransitionTable.Default,
            Machines = MachinePool.Default,
            Options = Options,
            Calendar = Calendar,
            Now = Now,
            Partners = partners,
        }).Save.Request;

    private static readonly BorrowingOptions Options = new();

    private static WorkflowInput Input(string id, Trigger trigger, Actor by, string? partner, InputData data) =>
        new() { Request = "R-1", Trigger = trigger, By = by, MessageId = id, Partner = partner, Data = data };

    private static void FireTheWholeTable()
    {
        var status = BorrowingStatus.RequestSentToPartner;
        var machine = BorrowingMachine.CreateStateless(() => status, next => status = next, () => new(Actor.Partner, GuardFacts.AnotherPending, default));
        machine.Fire(Trigger.PartnerRejected);
        Ensure(status);
    }

    private static void FireAnEverydayMachine()
    {
        var (status, another) = (BorrowingStatus.RequestSentToPartner, true);
        var machine = EverydayMachine.Of(() => status, next => status = next, () => another);
        machine.Fire(Trigger.PartnerRejected);
        Ensure(status);
    }

    private static void Ensure(BorrowingStatus status)
    {
        if (status != BorrowingStatus.ReadyToBeSent)
        {
            throw new InvalidOperationException($"The machine went to {status}.");
        }
    }
}
