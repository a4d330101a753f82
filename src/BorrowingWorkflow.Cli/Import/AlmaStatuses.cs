using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>Reads Alma's labels and codes of statuses, and the words that a library has of its own.</summary>
/// <param name="own">The library's own words, as they are compared, with what they mean.</param>
internal sealed class AlmaStatuses(IReadOnlyDictionary<string, BorrowingStatus> own)
{
    private static readonly Dictionary<string, BorrowingStatus> Known = All();

    /// <summary>The status; null where nobody knows the word.</summary>
    public BorrowingStatus? Find(string word) =>
        own.TryGetValue(CsvTable.Plain(word), out var named) || Known.TryGetValue(CsvTable.Plain(word), out named) ? named : null;

    private static Dictionary<string, BorrowingStatus> All()
    {
        Dictionary<string, BorrowingStatus> all = new(StringComparer.Ordinal)
        {
            // Alma has these apart; here they are part of the status that follows.
            ["RETURNEDITEMTOPATRON"] = ReturnedByPatron,
            ["CANCELREQUESTNOTACCEPTED"] = RequestSentToPartner,
            ["CANCELNOTACCEPTED"] = RequestSentToPartner,
            ["WAITINGFORRECEIVEDIGITALLY"] = ShippedDigitally,
            ["RECEIVEDIGITALLYREPLY"] = ShippedDigitally,
            ["REPORTEDLOSTITEMTOPARTNER"] = LostCommunicated,
            ["REPORTLOST"] = LostCommunicated,
            ["REPORTEDDAMAGEDITEMTOPARTNER"] = DamagedCommunicated,
            ["DAMAGED"] = DamagedCommunicated,
            ["LENDERCHECKIN"] = RequestCompleted,
        };
        foreach (var status in BorrowingStatusExtensions.All)
        {
            all.TryAdd(CsvTable.Plain(status.ToString()), status);
            all.TryAdd(CsvTable.Plain(status.Label()), status);
            if (status.AlmaCode() is { } code)
            {
                all.TryAdd(CsvTable.Plain(code), status);
            }
        }

        return all;
    }
}
