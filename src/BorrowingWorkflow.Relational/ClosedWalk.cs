using System.Globalization;
using System.Numerics;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>
/// Along which indexes the closed requests of a list are found. Each index holds a summary, so that the conditions that did not choose it are
/// looked at on the way. It is chosen here, of the conditions that are given the one that leaves fewest in life: databases without statistics
/// choose badly, and of a million requests that is felt.
/// </summary>
internal static class ClosedWalk
{
    /// <summary>The traits that have an index each, the one that most closed requests have at the end.</summary>
    public static readonly IReadOnlyList<RequestTraits> Traits =
    [
        RequestTraits.Remarkable, RequestTraits.HoldExpired, RequestTraits.InTransitToPickup, RequestTraits.KeptActive, RequestTraits.Imported, Common,
    ];

    private const RequestTraits Common = RequestTraits.ClosedByCheckIn;

    private const RequestTraits OnlyWatched = RequestTraits.ActiveNote | RequestTraits.ActiveMessage;

    private static readonly RequestTraits Indexed = Traits.Aggregate(RequestTraits.None, static (all, trait) => all | trait);

    /// <summary>An index, and the condition that walks along it; several walks have no request in common.</summary>
    /// <param name="Index">The index's name.</param>
    /// <param name="Condition">The condition, which begins with AND.</param>
    public readonly record struct Walk(string Index, string Condition);

    /// <summary>The name of a trait's index, after its number.</summary>
    public static string NameOf(RequestTraits trait) => string.Create(CultureInfo.InvariantCulture, $"trait_{BitOperations.Log2((uint)trait)}");

    /// <summary>The condition that a trait is set.</summary>
    public static string Has(RequestTraits trait) => string.Create(CultureInfo.InvariantCulture, $"traits & {(int)trait} <> 0");

    /// <summary>The walks for a query; none where it finds nothing that is closed.</summary>
    public static IReadOnlyList<Walk> Of(RequestQuery query)
    {
        var statuses = (query.Statuses ?? StatusGroups.Final) & StatusGroups.Final;
        var traits = query.AnyTrait & ~OnlyWatched;
        if (statuses.Count == 0 || (query.AnyTrait != RequestTraits.None && traits == RequestTraits.None))
        {
            return [];
        }

        var isByTrait = traits != RequestTraits.None && (traits & ~Indexed) == RequestTraits.None;
        return query switch
        {
            { Assignee: not null } => ByStatus("assignee"),
            { Pickup: not null } => ByStatus("pickup"),
            { Partner: not null } => ByStatus("partner"),
            { HoldExpiresBefore: not null } => [new("request_closed_hold", InStatuses())],
            _ when isByTrait && !traits.HasFlag(Common) => ByTrait(traits),
            { Library: not null } => ByStatus("library"),
            _ when isByTrait && statuses.Contains(BorrowingStatus.RequestCompleted) => ByTrait(traits),
            _ => ByStatus("status"),
        };

        IReadOnlyList<Walk> ByStatus(string column) => query.Order is RequestOrder.LongestInStatus or RequestOrder.Newest
            ? [.. statuses.Select(status => new Walk($"request_closed_{column}", $" AND status = {Number(status)}"))]
            : [new($"request_closed_{column}", InStatuses())];

        string InStatuses() => query.Statuses is null ? "" : $" AND status IN ({string.Join(", ", statuses.Select(Number))})";

        IReadOnlyList<Walk> ByTrait(RequestTraits any)
        {
            List<Walk> walks = [];
            var before = RequestTraits.None;
            foreach (var trait in Traits.Where(trait => any.HasFlag(trait)))
            {
                var others = before == RequestTraits.None ? "" : $" AND NOT {Has(before)}";
                walks.Add(new($"request_closed_{NameOf(trait)}", $" AND {Has(trait)}{others}{InStatuses()}"));
                before |= trait;
            }

            return walks;
        }
    }

    /// <summary>A status as statements have it.</summary>
    public static string Number(BorrowingStatus status) => ((int)status).ToString(CultureInfo.InvariantCulture);
}
