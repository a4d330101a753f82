using System.Collections.Concurrent;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>Intake rules that object where they are told to.</summary>
internal sealed class ScriptedIntake
{
    private readonly ConcurrentDictionary<RequestId, IntakeObjection> _objections = new();

    /// <summary>One rule for each objection.</summary>
    public IReadOnlyList<IIntakeRule> Rules => [.. Enum.GetValues<IntakeObjection>().Where(one => one != IntakeObjection.None).Select(one => new Rule(one, this))];

    /// <summary>The rule with this objection objects to the request.</summary>
    public void Object(RequestId request, IntakeObjection objection) => _objections[request] = objection;

    private sealed class Rule(IntakeObjection objection, ScriptedIntake intake) : IIntakeRule
    {
        public IntakeObjection Objection => objection;

        public ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default) =>
            new(intake._objections.GetValueOrDefault(request) == objection);
    }
}
