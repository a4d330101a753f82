namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>What a requesting agency does or wants (<c>action</c>).</summary>
/// <remarks>A closed list of the standard. What a peer sends beyond it is kept as it came and is not <see cref="IsKnown"/>; the writer refuses it. Codes are compared character by character.</remarks>
public readonly record struct MessageAction
{
    private readonly string? _code;

    /// <summary>Takes over an action as it stands in a message.</summary>
    /// <param name="code">The code; null and the empty text make the empty value.</param>
    public MessageAction(string? code) => _code = string.IsNullOrEmpty(code) ? null : code;

    /// <summary>Ask for the status.</summary>
    public static MessageAction StatusRequest { get; } = new("StatusRequest");

    /// <summary>The item or copy has arrived.</summary>
    public static MessageAction Received { get; } = new("Received");

    /// <summary>Ask for a cancellation.</summary>
    public static MessageAction Cancel { get; } = new("Cancel");

    /// <summary>Ask for a longer loan.</summary>
    public static MessageAction Renew { get; } = new("Renew");

    /// <summary>Ask to keep the item for now. Since 2021-2.</summary>
    public static MessageAction HoldReturn { get; } = new("HoldReturn");

    /// <summary>The item is on its way back.</summary>
    public static MessageAction ShippedReturn { get; } = new("ShippedReturn");

    /// <summary>The item has been sent on to another agency.</summary>
    public static MessageAction ShippedForward { get; } = new("ShippedForward");

    /// <summary>A remark.</summary>
    public static MessageAction Notification { get; } = new("Notification");

    /// <summary>The item is lost. Since 2021-2.</summary>
    public static MessageAction Lost { get; } = new("Lost");

    /// <summary>The code as it stands in a message; the empty text for the empty value.</summary>
    public string Code => _code ?? "";

    /// <summary>True where there is no code: the element was absent or empty.</summary>
    public bool IsEmpty => _code is null;

    /// <summary>True where the standard has the code, in either version.</summary>
    public bool IsKnown => IsIn(Iso18626Version.V1_2) || IsIn(Iso18626Version.V2021_2);

    /// <summary>True where the list of <paramref name="version"/> has the code.</summary>
    public bool IsIn(Iso18626Version version) =>
        _code is "StatusRequest" or "Received" or "Cancel" or "Renew" or "ShippedReturn" or "ShippedForward" or "Notification"
        || (version == Iso18626Version.V2021_2 && _code is "HoldReturn" or "Lost");

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
