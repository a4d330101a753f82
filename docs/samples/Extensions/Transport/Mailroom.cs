using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Samples.Transport;

/// <summary>Takes partners' answers. Safe for any number of threads.</summary>
public sealed class Mailroom(IBorrowingWorkflow workflow)
{
    #region docs:mailroom
    /// <param name="partner">Who wrote it: what the host's authentication says, and not what the letter says.</param>
    /// <param name="answer">The letter.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The letter says nothing that a partner can say.</exception>
    public async ValueTask<TransitionResult> TakeAsync(string partner, Answer answer, CancellationToken cancellationToken = default)
    {
        if (!BorrowingMachine.ActorsOf(answer.Says).HasFlag(Actors.Partner))
        {
            throw new ArgumentException($"{answer.Says} is nothing that a partner can say.", nameof(answer));
        }

        return await workflow.ReceiveAsync(
            new()
            {
                Request = answer.Request,
                Trigger = answer.Says,
                By = Actor.Partner,
                Partner = partner,
                MessageId = answer.Id,
                Data = new() { DueDate = answer.DueDate, Reason = answer.Reason },
            },
            cancellationToken);
    }
    #endregion
}
