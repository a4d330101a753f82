using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>Objects where the borrower's own catalogue seems to hold the title. Safe for any number of threads.</summary>
public sealed class LocalHoldingRule : IIntakeRule
{
    private readonly Func<string, Citation, CancellationToken, ValueTask<bool>> _isHeld;

    /// <summary>Makes a rule that asks the catalogue.</summary>
    /// <param name="isHeld">
    /// True where the library with the code holds what is cited and would lend it to its own patron. Called from any thread. What it throws
    /// comes through to who submits.
    /// </param>
    public LocalHoldingRule(Func<string, Citation, CancellationToken, ValueTask<bool>> isHeld)
    {
        ArgumentNullException.ThrowIfNull(isHeld);
        _isHeld = isHeld;
    }

    /// <inheritdoc/>
    public IntakeObjection Objection => IntakeObjection.LocallyHeld;

    /// <inheritdoc/>
    public ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return _isHeld(submission.Library, submission.Citation, cancellationToken);
    }
}
