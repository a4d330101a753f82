namespace BorrowingWorkflow.Requests;

/// <summary>One volume of a request for several.</summary>
/// <param name="Id">The volume's designation or barcode; unique in the request.</param>
public sealed record Volume(string Id)
{
    /// <summary>When it was received, in UTC; null while it is outstanding.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When it was sent back, in UTC; null while it is not.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }
}
