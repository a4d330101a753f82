namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>How a mock lender fails to answer, which messages, and how often. Immutable.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record MockTrouble(MockTroubleKind Kind)
{
    /// <summary>How many messages it befalls; null for every one.</summary>
    public int? Times { get; init; }

    /// <summary>True where only requests are befallen, not the messages that follow them.</summary>
    public bool RequestsOnly { get; init; }

    /// <summary>Of <see cref="MockTroubleKind.SlowConfirmation"/>: how many delays it takes.</summary>
    /// <value>0.</value>
    public int Delays { get; init; }

    /// <summary>What goes wrong, as the help and the docs say it.</summary>
    public override string ToString()
    {
        var which = (RequestsOnly, Times) switch
        {
            (true, null) => "every request",
            (true, { } times) => $"the first {(times == 1 ? "request" : $"{times} requests")}",
            (false, null) => "every message",
            (false, { } times) => $"the first {(times == 1 ? "message" : $"{times} messages")}",
        };
        return Kind switch
        {
            MockTroubleKind.ErrorConfirmation => $"{which}: confirmation ERROR",
            MockTroubleKind.Http400 => $"{which}: HTTP 400",
            MockTroubleKind.Http500 => $"{which}: HTTP 500",
            MockTroubleKind.Http503 => $"{which}: HTTP 503",
            MockTroubleKind.MessageLost => $"{which}: connection broken, not taken",
            MockTroubleKind.ConfirmationLost => $"{which}: taken, connection broken before the confirmation",
            _ => $"{which}: confirmation after {Delays}",
        };
    }
}
