using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using MassTransit;
using static BorrowingWorkflow.Benchmarks.Saga.LoanMessages;

namespace BorrowingWorkflow.Benchmarks.Saga;

/// <summary>An input as a message that is ready to be published, under its own type.</summary>
internal sealed record SagaStep(Guid Saga, Func<IPublishEndpoint, Task> PublishAsync)
{
    public static SagaStep Of(WorkflowInput input)
    {
        var (id, at, partner, data) = (Guid.Parse(input.Request.Value), input.At!.Value, input.Partner ?? "", input.Data);
        return input.Trigger switch
        {
            Trigger.Submit => Publish(new Submitted(id, at, data.Library, data.Patron, data.Title, data.Author, data.Isbn, data.Pickup)),
            Trigger.RotaBuilt => Publish(new RotaBuilt(id, at, data.Partners!)),
            Trigger.Sent => Publish(new Sent(id, at, partner)),
            Trigger.PartnerRejected => Publish(new PartnerRejected(id, at, partner, data.Reason)),
            Trigger.PartnerShipped => Publish(new PartnerShipped(id, at, partner, data.DueDate)),
            Trigger.Receive => Publish(new Received(id, at)),
            Trigger.Loan => Publish(new Loaned(id, at, data.DueDate)),
            Trigger.ReturnAtBranch => Publish(new ReturnedAtBranch(id, at)),
            Trigger.ReturnToPartner => Publish(new ReturnedToPartner(id, at)),
            Trigger.PartnerCheckedIn => Publish(new PartnerCheckedIn(id, at, partner)),
            _ => throw new ArgumentException($"The saga knows no {input.Trigger}."),
        };

        SagaStep Publish<T>(T message)
            where T : class => new(id, endpoint => endpoint.Publish(message));
    }
}
