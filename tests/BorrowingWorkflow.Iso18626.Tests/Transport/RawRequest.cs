using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>An HTTP request as it came over the wire.</summary>
internal sealed record RawRequest(string Head, byte[] Body)
{
    public Iso18626Message Message { get; } =
        Iso18626Reader.Read(Body) is { IsMessage: true } read ? read.Message : throw new InvalidOperationException("What came is no message.");

    public MessageHeader Header => Message.Body switch
    {
        Request request => request.Header,
        RequestingAgencyMessage message => message.Header,
        var other => throw new InvalidOperationException($"{other} came."),
    };

    public bool IsQuestion => Message.Body is RequestingAgencyMessage { Action.Code: "StatusRequest" };
}
