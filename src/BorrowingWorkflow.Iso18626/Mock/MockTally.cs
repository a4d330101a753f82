namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>What a mock lender has counted so far.</summary>
/// <param name="Requests">Requests that it took, each once, retries counted.</param>
/// <param name="Repeated">Messages that it took before, and requests of type Reminder.</param>
/// <param name="Refused">Messages that it confirmed with ERROR or did not take.</param>
/// <param name="Sent">Its own messages that the borrower confirmed with OK.</param>
/// <param name="Objected">Its own messages that the borrower answered by anything but a confirmation OK; HTTP errors are not counted.</param>
public sealed record MockTally(int Requests, int Repeated, int Refused, int Sent, int Objected)
{
    /// <summary>How many messages it took, by what they say.</summary>
    public required IReadOnlyDictionary<MockCue, int> Heard { get; init; }

    /// <summary>How many messages said this.</summary>
    public int Of(MockCue cue) => Heard.GetValueOrDefault(cue);
}
