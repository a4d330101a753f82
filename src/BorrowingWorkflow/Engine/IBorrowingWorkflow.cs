using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>The borrowing workflow: takes what happens to requests, decides, saves, and says what became of it.</summary>
/// <remarks>
/// Safe for any number of threads, and for several hosts on one store where the store allows it. Outcomes are values: a refusal is a
/// result, not an exception. When a call returns, its verdict and everything that follows from it are saved; nothing has been sent yet.
/// </remarks>
public interface IBorrowingWorkflow
{
    /// <summary>Submits a request (clauses IN-1 to IN-4 and IN-7).</summary>
    /// <param name="request">The id that the request is to have.</param>
    /// <param name="submission">What is wanted, by whom.</param>
    /// <param name="messageId">The sender's id for this submission; the same again is a duplicate.</param>
    /// <param name="by">Patron or staff.</param>
    /// <param name="cancellationToken">Ends the wait; what was saved stays.</param>
    /// <exception cref="ArgumentException">An argument is malformed, or <paramref name="by"/> is neither patron nor staff.</exception>
    /// <exception cref="Storage.ConcurrencyConflictException">Others saved the request again and again in between.</exception>
    ValueTask<TransitionResult> SubmitAsync(
        RequestId request, Submission submission, string messageId, Actor by = Actor.Patron, CancellationToken cancellationToken = default);

    /// <summary>Carries out a command of patron or staff, or takes an outcome or a timer of the system.</summary>
    /// <param name="command">What happens; not from a partner.</param>
    /// <param name="cancellationToken">Ends the wait; what was saved stays.</param>
    /// <exception cref="ArgumentException">The command is malformed; the message says how.</exception>
    /// <exception cref="RequestNotFoundException">There is no such request, and the command does not make one.</exception>
    /// <exception cref="Storage.ConcurrencyConflictException">
    /// Others saved the request again and again in between; or at once, where it is not on <see cref="WorkflowInput.IfRevision"/>.
    /// </exception>
    ValueTask<TransitionResult> ExecuteAsync(WorkflowInput command, CancellationToken cancellationToken = default);

    /// <summary>Takes a partner's message. Whatever it says, in whatever status, it is kept and never refused.</summary>
    /// <param name="message">What the partner says; by is Partner.</param>
    /// <param name="cancellationToken">Ends the wait; what was saved stays.</param>
    /// <exception cref="ArgumentException">The message is malformed; the message says how.</exception>
    /// <exception cref="RequestNotFoundException">There is no such request.</exception>
    /// <exception cref="Storage.ConcurrencyConflictException">
    /// Others saved the request again and again in between; or at once, where it is not on <see cref="WorkflowInput.IfRevision"/>.
    /// </exception>
    ValueTask<TransitionResult> ReceiveAsync(WorkflowInput message, CancellationToken cancellationToken = default);

    /// <summary>The request as it stands; null where there is none.</summary>
    ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default);

    /// <summary>What the actor may do with the request now, as far as that does not depend on what an input brings along.</summary>
    /// <exception cref="RequestNotFoundException">There is no such request.</exception>
    ValueTask<TriggerSet> PermittedAsync(RequestId request, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Every input of the request with its verdict, oldest first; empty where there is no request.</summary>
    ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default);
}
