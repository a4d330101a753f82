using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>How a mock lender behaves, as data. Immutable; a test may write its own.</summary>
/// <param name="Name">The name that a call gives, such as <c>will-supply-then-loaned</c>.</param>
/// <param name="Description">What it does, in one line.</param>
public sealed partial record MockScenario(string Name, string Description)
{
    /// <summary>What it says to what it hears. On a cue that has steps here, the <see cref="Habits"/> for it are not followed.</summary>
    /// <value>None.</value>
    public ValueList<MockStep> Steps { get; init; } = [];

    /// <summary>True where the <see cref="Habits"/> are followed.</summary>
    /// <value>True.</value>
    public bool HasHabits { get; init; } = true;

    /// <summary>How it fails to answer; null where it answers as it should.</summary>
    public MockTrouble? Trouble { get; init; }

    /// <summary>What every lender does where its scenario says nothing else.</summary>
    public static ValueList<MockStep> Habits { get; } =
    [
        new(MockCue.Cancel, 1, ReasonForMessage.CancelResponse, SupplyStatus.Cancelled) { Stage = MockStage.BeforeShipping, Answer = YesNo.Yes },
        new(MockCue.Cancel, 1, ReasonForMessage.CancelResponse, default) { Stage = MockStage.AfterShipping, Answer = YesNo.No },
        new(MockCue.Renew, 1, ReasonForMessage.RenewResponse, default) { Stage = MockStage.BeforeShipping, Answer = YesNo.No },
        new(MockCue.Renew, 1, ReasonForMessage.RenewResponse, SupplyStatus.Loaned) { Stage = MockStage.AfterShipping, Answer = YesNo.Yes, DueInDays = 60 },
        new(MockCue.ShippedReturn, 1, ReasonForMessage.StatusChange, SupplyStatus.LoanCompleted) { Stage = MockStage.AfterShipping },
        new(MockCue.StatusRequest, 0, ReasonForMessage.StatusRequestResponse, default),
    ];

    /// <summary>The scenario with this name; null where there is none.</summary>
    public static MockScenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);

    /// <summary>What is said on a cue: the scenario's own steps, or the habits. A retry is answered like a request where nothing else is said of it.</summary>
    internal IEnumerable<MockStep> StepsOn(MockCue cue) =>
        Steps.Any(step => step.On == cue) ? Steps.Where(step => step.On == cue)
        : cue == MockCue.Retry ? StepsOn(MockCue.Request)
        : HasHabits ? Habits.Where(step => step.On == cue)
        : [];

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
