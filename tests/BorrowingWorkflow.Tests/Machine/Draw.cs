using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using CsCheck;

namespace BorrowingWorkflow.Tests.Machine;

/// <summary>Random statuses, triggers, actors and facts.</summary>
internal static class Draw
{
    public static readonly GuardFacts[] EveryFact = [.. Enum.GetValues<GuardFacts>().Where(fact => fact != GuardFacts.None)];

    public static readonly Gen<BorrowingStatus> Status = Gen.Int[0, BorrowingStatusExtensions.All.Count - 1].Select(index => BorrowingStatusExtensions.All[index]);

    public static readonly Gen<Trigger> Trigger = Gen.Enum<Trigger>();

    public static readonly Gen<Actor> Actor = Gen.Enum<Actor>();

    public static readonly Gen<GuardFacts> Facts =
        Gen.ULong.Select(bits => (GuardFacts)bits & EveryFact.Aggregate((all, fact) => all | fact));
}
