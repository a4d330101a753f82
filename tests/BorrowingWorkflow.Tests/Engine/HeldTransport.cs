using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>A transport whose calls end when the test says so, and how.</summary>
internal sealed class HeldTransport : IPartnerTransport
{
    /// <summary>The calls that hang, in their order: what was sent, and what ends it.</summary>
    public List<(PartnerSend Send, TaskCompletionSource<Delivery> Ends)> Requests { get; } = [];

    /// <summary>The messages other than the request.</summary>
    public List<PartnerSend> Messages { get; } = [];

    /// <summary>What a request gets at once; null: it hangs.</summary>
    public Delivery? AtOnce { get; set; }

    /// <summary>What a partner says that is asked.</summary>
    public Delivery Answer { get; set; } = Delivery.NotDelivered;

    public ValueTask<Delivery> SendRequestAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<Delivery> ends = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Requests.Add((send, ends));
        if (AtOnce is { } delivery)
        {
            ends.SetResult(delivery);
        }

        return new(ends.Task);
    }

    public ValueTask<Delivery> SendMessageAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        Messages.Add(send);
        return new(Delivery.Delivered);
    }

    public ValueTask<Delivery> AskAsync(PartnerSend send, CancellationToken cancellationToken = default) => new(Answer);
}
