using MassTransit;
using static BorrowingWorkflow.Benchmarks.Saga.LoanMessages;

namespace BorrowingWorkflow.Benchmarks.Saga;

/// <summary>
/// The life of a request as a saga's state machine: the transitions that this life takes and their guard, without the other clauses,
/// without history, effects, deadlines and recognising a repeated message.
/// </summary>
internal sealed class LoanSagaMachine : MassTransitStateMachine<LoanSaga>
{
    public LoanSagaMachine()
    {
        InstanceState(saga => saga.CurrentState);
        Initially(
            When(OnSubmitted).Then(context =>
            {
                var (saga, message) = (context.Saga, context.Message);
                (saga.EnteredAt, saga.Library, saga.Patron, saga.Pickup) = (message.At, message.Library, message.Patron, message.Pickup);
                (saga.Title, saga.Author, saga.Isbn) = (message.Title, message.Author, message.Isbn);
            }).TransitionTo(LocateInProcess));
        During(
            LocateInProcess,
            When(OnRotaBuilt).Then(context => (context.Saga.EnteredAt, context.Saga.Rota) = (context.Message.At, context.Message.Partners)).TransitionTo(ReadyToBeSent));
        During(
            ReadyToBeSent,
            When(OnSent, context => IsActive(context.Saga, context.Message.Partner)).Then(context => context.Saga.EnteredAt = context.Message.At).TransitionTo(RequestSentToPartner));
        During(
            RequestSentToPartner,
            When(OnPartnerRejected, context => IsActive(context.Saga, context.Message.Partner)).Then(context => context.Saga.EnteredAt = context.Message.At).IfElse(
                context => context.Saga.ActiveEntry + 1 < context.Saga.Rota.Count,
                another => another.Then(context => context.Saga.ActiveEntry++).TransitionTo(ReadyToBeSent),
                exhausted => exhausted.TransitionTo(RejectedByPartner)),
            When(OnPartnerShipped, context => IsActive(context.Saga, context.Message.Partner))
                .Then(context => (context.Saga.EnteredAt, context.Saga.LenderDueDate) = (context.Message.At, context.Message.DueDate)).TransitionTo(ShippedPhysically));
        During(ShippedPhysically, When(OnReceived).Then(context => context.Saga.EnteredAt = context.Message.At).TransitionTo(PhysicallyReceivedByLibrary));
        During(
            PhysicallyReceivedByLibrary,
            When(OnLoaned).Then(context => (context.Saga.EnteredAt, context.Saga.DueDate) = (context.Message.At, context.Message.DueDate)).TransitionTo(LoanedItemToPatron));
        During(LoanedItemToPatron, When(OnReturnedAtBranch).Then(context => context.Saga.EnteredAt = context.Message.At).TransitionTo(ReturnedByPatron));
        During(ReturnedByPatron, When(OnReturnedToPartner).Then(context => context.Saga.EnteredAt = context.Message.At).TransitionTo(ReturnedItemToPartner));
        During(ReturnedItemToPartner, When(OnPartnerCheckedIn).Then(context => context.Saga.EnteredAt = context.Message.At).TransitionTo(RequestCompleted));
    }

    // The library makes the states and events and sets the properties.
    public State LocateInProcess { get; private set; } = null!;

    public State ReadyToBeSent { get; private set; } = null!;

    public State RequestSentToPartner { get; private set; } = null!;

    public State RejectedByPartner { get; private set; } = null!;

    public State ShippedPhysically { get; private set; } = null!;

    public State PhysicallyReceivedByLibrary { get; private set; } = null!;

    public State LoanedItemToPatron { get; private set; } = null!;

    public State ReturnedByPatron { get; private set; } = null!;

    public State ReturnedItemToPartner { get; private set; } = null!;

    public State RequestCompleted { get; private set; } = null!;

    public Event<Submitted> OnSubmitted { get; private set; } = null!;

    public Event<RotaBuilt> OnRotaBuilt { get; private set; } = null!;

    public Event<Sent> OnSent { get; private set; } = null!;

    public Event<PartnerRejected> OnPartnerRejected { get; private set; } = null!;

    public Event<PartnerShipped> OnPartnerShipped { get; private set; } = null!;

    public Event<Received> OnReceived { get; private set; } = null!;

    public Event<Loaned> OnLoaned { get; private set; } = null!;

    public Event<ReturnedAtBranch> OnReturnedAtBranch { get; private set; } = null!;

    public Event<ReturnedToPartner> OnReturnedToPartner { get; private set; } = null!;

    public Event<PartnerCheckedIn> OnPartnerCheckedIn { get; private set; } = null!;

    private static bool IsActive(LoanSaga saga, string partner) => saga.Rota[saga.ActiveEntry] == partner;
}
