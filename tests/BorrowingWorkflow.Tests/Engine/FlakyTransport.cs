using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>A line that is up or down.</summary>
internal sealed class FlakyTransport : IPartnerTransport
{
    public bool IsDown { get; set; }

    public List<string> Messages { get; } = [];

    /// <summary>What happens once the request has gone out.</summary>
    public Action? AfterSend { get; set; }

    public ValueTask<Delivery> SendRequestAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        AfterSend?.Invoke();
        return new(Answer);
    }

    public ValueTask<Delivery> SendMessageAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        Messages.Add(send.Effect.Id);
        return new(Answer);
    }

    public ValueTask<Delivery> AskAsync(PartnerSend send, CancellationToken cancellationToken = default) => new(Answer);

    private Delivery Answer => IsDown ? Delivery.Unknown : Delivery.Delivered;
}
