namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Who writes to whom, when, and about which request (<c>header</c>).</summary>
public sealed record MessageHeader
{
    /// <summary>The supplying agency. Only a request of 2021-2 may lack it.</summary>
    public AgencyId? SupplyingAgencyId { get; init; }

    /// <summary>The requesting agency.</summary>
    public AgencyId? RequestingAgencyId { get; init; }

    /// <summary>The consortium of both. 2021-2 only, and not in a supplying agency's message.</summary>
    public AgencyId? ConsortialId { get; init; }

    /// <summary>The id that requests for several items share. 2021-2 has it in requests only; 1.2 has it in every header, where null is written as the empty text and read back as null.</summary>
    public string? MultipleItemRequestId { get; init; }

    /// <summary>When the message was written.</summary>
    public MessageTime? Timestamp { get; init; }

    /// <summary>The requesting agency's id of the request.</summary>
    /// <value>Empty; the writer demands one, and a message without it is a fault.</value>
    public string RequestingAgencyRequestId { get; init; } = "";

    /// <summary>The supplying agency's id of the request. Not in a request of 2021-2.</summary>
    public string? SupplyingAgencyRequestId { get; init; }

    /// <summary>The account that the requesting agency uses. Not in a supplying agency's message of 2021-2.</summary>
    public RequestingAgencyAuthentication? RequestingAgencyAuthentication { get; init; }
}
