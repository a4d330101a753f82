using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Wire;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Faults.Hosts;

/// <summary>The ports of a host: each hands the effect to the world outside and does what it says.</summary>
/// <param name="carry">Hands an effect over; an exception is a port that broke.</param>
internal sealed class LinkedPorts(Func<Port, Effect, ValueTask<Delivery>> carry) : IPartnerTransport, IPatronNotifier, ICirculation
{
    public ValueTask<Delivery> SendRequestAsync(PartnerSend send, CancellationToken cancellationToken = default) => carry(Port.Request, send.Effect);

    public ValueTask<Delivery> SendMessageAsync(PartnerSend send, CancellationToken cancellationToken = default) => carry(Port.Message, send.Effect);

    public ValueTask<Delivery> AskAsync(PartnerSend send, CancellationToken cancellationToken = default) => carry(Port.Question, send.Effect);

    public async ValueTask NotifyPatronAsync(Effect notice, BorrowingRequest request, CancellationToken cancellationToken = default) =>
        await carry(Port.Notifier, notice);

    public async ValueTask AlertStaffAsync(Effect alert, BorrowingRequest request, CancellationToken cancellationToken = default) =>
        await carry(Port.Notifier, alert);

    public async ValueTask ApplyAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken = default) =>
        await carry(Port.Circulation, effect);
}
