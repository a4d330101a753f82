using BorrowingWorkflow.Ports;
using CsCheck;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>What holds while a step of a random course is decided.</summary>
/// <param name="Time">How much later than the step before it comes; events may step back.</param>
/// <param name="Away">A partner that takes no requests at the moment, by its position among the known ones.</param>
/// <param name="Leases">True where the sends that are queued are on their way by now.</param>
/// <param name="DateIsOwn">True where the input has a date of its own, a day before.</param>
/// <param name="Objection">What the intake rules say.</param>
internal sealed record Circumstances(TimeSpan Time, int Away, bool Leases, bool DateIsOwn, IntakeObjection Objection)
{
    public static readonly Gen<Circumstances> Any = Gen.Select(
        Gen.Int[-2, 240],
        Gen.Int[0, 20],
        Gen.Bool,
        Gen.Int[0, 9],
        Gen.Frequency((4, Gen.Const(IntakeObjection.None)), (1, Gen.Enum<IntakeObjection>())),
        static (hours, away, leases, own, objection) => new Circumstances(TimeSpan.FromHours(hours), away, leases, own == 0, objection));
}
