namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>What is special about a request (<c>requestSubType</c>).</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct RequestSubType
{
    private readonly string? _code;

    /// <summary>Takes over a request subtype as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public RequestSubType(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>The item is wanted for a given time.</summary>
    public static RequestSubType BookingRequest { get; } = new("BookingRequest");

    /// <summary>The request is one of several that belong together.</summary>
    public static RequestSubType MultipleItemRequest { get; } = new("MultipleItemRequest");

    /// <summary>The patron asks, not the library.</summary>
    public static RequestSubType PatronRequest { get; } = new("PatronRequest");

    /// <summary>The request is to be handed on to a supplier.</summary>
    public static RequestSubType TransferRequest { get; } = new("TransferRequest");

    /// <summary>The supplier chooses how to serve it.</summary>
    public static RequestSubType SupplyingLibrarysChoice { get; } = new("SupplyingLibrarysChoice");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => _code is "BookingRequest" or "MultipleItemRequest" or "PatronRequest" or "TransferRequest" or "SupplyingLibrarysChoice";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
