using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>A rule that a submitted request must pass. Rules are asked in the order citation, local, duplicate, approval; the first that objects decides.</summary>
/// <remarks>Implementations are safe for any number of threads. A rule may be asked twice about the same submission; it changes nothing. What it throws comes through to the caller, and nothing is saved.</remarks>
public interface IIntakeRule
{
    /// <summary>What the rule objects with where it objects; it also gives the rule its place in the order.</summary>
    IntakeObjection Objection { get; }

    /// <summary>True where the rule objects.</summary>
    /// <param name="request">The request's id.</param>
    /// <param name="submission">What was submitted.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default);
}
