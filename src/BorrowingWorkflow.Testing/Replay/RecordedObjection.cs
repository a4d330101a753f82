using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>Says what the intake rules said when the history was decided.</summary>
internal sealed class RecordedObjection : IIntakeRule
{
    public IntakeObjection Objection { get; set; }

    public ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default) =>
        new(Objection != IntakeObjection.None);
}
