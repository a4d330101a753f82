using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>One request at a mock lender.</summary>
internal sealed class MockLoan(string id, Request request, Iso18626Version version)
{
    private readonly HashSet<(MessageTime? Timestamp, MessageAction Action, string? Note)> _heard = [];

    /// <summary>The lender's id of it.</summary>
    public string Id { get; } = id;

    public MessageHeader Header { get; private set; } = request.Header;

    public Iso18626Version Version { get; private set; } = version;

    /// <summary>What the lender said last of how it stands.</summary>
    public SupplyStatus Status { get; set; } = SupplyStatus.RequestReceived;

    public bool IsShipped => Status == SupplyStatus.Loaned || Status == SupplyStatus.Overdue || Status == SupplyStatus.Recalled
        || Status == SupplyStatus.HoldReturn || Status == SupplyStatus.ReleaseHoldReturn;

    public bool IsOver => Status == SupplyStatus.Unfilled || Status == SupplyStatus.Cancelled || Status == SupplyStatus.LoanCompleted
        || Status == SupplyStatus.CompletedWithoutReturn || Status == SupplyStatus.CopyCompleted;

    public bool IsAt(MockStage stage) => stage switch
    {
        MockStage.BeforeShipping => !IsShipped && !IsOver,
        MockStage.AfterShipping => IsShipped,
        _ => true,
    };

    /// <summary>True where this is the very message that the lender has already.</summary>
    public bool IsRepeatedBy(MessageHeader header) => Header.Timestamp == header.Timestamp;

    /// <summary>True the first time that this message comes.</summary>
    public bool IsNews(RequestingAgencyMessage message) => _heard.Add((message.Header.Timestamp, message.Action, message.Note));

    /// <summary>Begins again under the same id.</summary>
    public void Take(Request request, Iso18626Version version)
    {
        Header = request.Header;
        Version = version;
        Status = SupplyStatus.RequestReceived;
    }
}
