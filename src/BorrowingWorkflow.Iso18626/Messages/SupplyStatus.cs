namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>How far the supplying agency is with a request (<c>status</c>).</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct SupplyStatus
{
    private readonly string? _code;

    /// <summary>Takes over a status as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public SupplyStatus(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>The request has arrived.</summary>
    public static SupplyStatus RequestReceived { get; } = new("RequestReceived");

    /// <summary>The agency expects to supply.</summary>
    public static SupplyStatus ExpectToSupply { get; } = new("ExpectToSupply");

    /// <summary>The agency will supply.</summary>
    public static SupplyStatus WillSupply { get; } = new("WillSupply");

    /// <summary>The item has been sent on loan.</summary>
    public static SupplyStatus Loaned { get; } = new("Loaned");

    /// <summary>The loan is overdue.</summary>
    public static SupplyStatus Overdue { get; } = new("Overdue");

    /// <summary>The agency wants the item back.</summary>
    public static SupplyStatus Recalled { get; } = new("Recalled");

    /// <summary>The agency would supply on other terms; see <see cref="RetryInfo"/>.</summary>
    public static SupplyStatus RetryPossible { get; } = new("RetryPossible");

    /// <summary>The agency does not supply.</summary>
    public static SupplyStatus Unfilled { get; } = new("Unfilled");

    /// <summary>The borrower is to keep the item for now. Since 2021-2.</summary>
    public static SupplyStatus HoldReturn { get; } = new("HoldReturn");

    /// <summary>The item may come back after all. Since 2021-2.</summary>
    public static SupplyStatus ReleaseHoldReturn { get; } = new("ReleaseHoldReturn");

    /// <summary>The copy has been sent, and the request is done.</summary>
    public static SupplyStatus CopyCompleted { get; } = new("CopyCompleted");

    /// <summary>The item is back, and the request is done.</summary>
    public static SupplyStatus LoanCompleted { get; } = new("LoanCompleted");

    /// <summary>The request is done, although the item is not back.</summary>
    public static SupplyStatus CompletedWithoutReturn { get; } = new("CompletedWithoutReturn");

    /// <summary>The request is cancelled.</summary>
    public static SupplyStatus Cancelled { get; } = new("Cancelled");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => IsIn(Iso18626Version.V1_2) || IsIn(Iso18626Version.V2021_2);

    /// <summary>True where the list of <paramref name="version"/> has the code.</summary>
    public bool IsIn(Iso18626Version version) =>
        _code is "RequestReceived" or "ExpectToSupply" or "WillSupply" or "Loaned" or "Overdue" or "Recalled" or "RetryPossible" or "Unfilled" or "CopyCompleted" or "LoanCompleted" or "CompletedWithoutReturn" or "Cancelled"
        || (version == Iso18626Version.V2021_2 && _code is "HoldReturn" or "ReleaseHoldReturn");

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
