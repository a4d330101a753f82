using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Spec;

/// <summary>Reads the words that the tables use for sets of statuses, triggers and actors.</summary>
internal static class SpecWords
{
    private static readonly Dictionary<string, string> Groups =
        SpecTable.Read("groups.tsv").Rows.ToDictionary(row => row["group"], row => row["members"]);

    public static StatusSet Statuses(string words)
    {
        var (all, except) = words.Split(" except ") is [var left, var right] ? (left, right) : (words, "");
        var found = all.Split(',', StringSplitOptions.RemoveEmptyEntries).Aggregate(default(StatusSet), (set, word) => set | Status(word));
        return except.Length == 0 ? found : found - Statuses(except);
    }

    public static TriggerSet Triggers(string words) => words == "any @PartnerAnswer trigger"
        ? Triggers(Groups["@PartnerAnswer"]["triggers: ".Length..].Replace(',', '|'))
        : [.. words.Split('|').Select(Enum.Parse<Trigger>)];

    public static Actors Actors(string words) => words.Split('|').Select(word => Enum.Parse<Actors>(word, ignoreCase: true)).Aggregate((all, one) => all | one);

    private static StatusSet Status(string word) => word switch
    {
        "(none)" => [BorrowingStatus.None],
        "any" => [.. BorrowingStatusExtensions.All.Where(status => status != BorrowingStatus.Deleted)],
        "@Final" => [.. SpecTable.Read("statuses.tsv").Rows.Where(row => row["final"] == "yes").Select(row => Enum.Parse<BorrowingStatus>(row["status"]))],
        "every status that is not final" => Statuses("any") - Statuses("@Final"),
        ['@', ..] => Statuses(Groups[word]),
        _ => [Enum.Parse<BorrowingStatus>(word)],
    };
}
