using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Engine;

/// <summary>Looks for holders, forms a rota and tells the workflow what came of it.</summary>
internal sealed class LocateWorker(IBorrowingWorkflow workflow, RotaBuilder builder, ILogger<LocateWorker> logger)
{
    public async ValueTask LocateAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken)
    {
        if (request.Status != BorrowingStatus.LocateInProcess || request.Facts.LocateEffect != effect.Id)
        {
            return;
        }

        await workflow.ExecuteAsync(await LookAsync(effect, request, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<WorkflowInput> LookAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken)
    {
        var answer = new WorkflowInput
        {
            Request = effect.Request,
            Trigger = Trigger.LocateInterrupted,
            By = Actor.System,
            MessageId = $"outcome/{effect.Id}",
            Data = new() { Effect = effect.Id },
        };
        try
        {
            var plan = await builder.BuildAsync(request, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<string> why = [.. plan.Decisions.Select(decision => $"{decision.Partner}: {decision.Reason}")];
            return plan.IsEmpty
                ? answer with { Trigger = Trigger.LocateFoundNothing, Data = answer.Data with { Why = why } }
                : answer with { Trigger = Trigger.RotaBuilt, Data = answer.Data with { Partners = plan.Partners, Why = why } };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Directory, locator and ranking are the host's: whatever they throw, the locate is tried again and then shown to staff.
            logger.LocateInterrupted(exception, effect.Request.Value);
            return answer;
        }
    }
}
