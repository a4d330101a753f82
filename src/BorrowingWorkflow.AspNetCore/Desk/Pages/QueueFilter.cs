using System.Globalization;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>How the queue is narrowed, as the address says it. What can't be read counts as not said.</summary>
internal sealed record QueueFilter
{
    /// <summary>The ages that can be asked for: at least so many days in the status.</summary>
    public static IReadOnlyList<int> Ages { get; } = [1, 7, 30, 90];

    /// <summary>The flags that can be asked for.</summary>
    public static IReadOnlyList<RequestTraits> Flags { get; } =
    [
        RequestTraits.ActiveNote, RequestTraits.ActiveMessage, RequestTraits.HoldExpired, RequestTraits.InTransitToPickup,
        RequestTraits.KeptActive, RequestTraits.Imported, RequestTraits.ClosedByCheckIn,
    ];

    public QueueScope Scope { get; init; }

    public BorrowingStatus? Status { get; init; }

    public string? Library { get; init; }

    public string? Partner { get; init; }

    public string? Pickup { get; init; }

    public string? Assignee { get; init; }

    public RequestTraits Flag { get; init; }

    public int? Days { get; init; }

    public string? Text { get; init; }

    public string? Patron { get; init; }

    public RequestOrder Order { get; init; }

    /// <summary>The orders that the scope offers. Closed requests are many: only what an index keeps in order.</summary>
    public static IReadOnlyList<RequestOrder> OrdersOf(QueueScope scope) =>
        scope == QueueScope.Open ? Enum.GetValues<RequestOrder>() : [RequestOrder.LongestInStatus, RequestOrder.Newest];

    /// <summary>Reads the address.</summary>
    public static QueueFilter Of(DeskCall desk)
    {
        var status = Read<BorrowingStatus>(desk.Query("status")) is { } named and not BorrowingStatus.None ? named : (BorrowingStatus?)null;
        var scope = status is { } given ? ScopeOf(given) : Read<QueueScope>(desk.Query("scope")) ?? QueueScope.Open;
        var order = Read<RequestOrder>(desk.Query("order")) ?? UsualOrderOf(scope);
        return new()
        {
            Scope = scope,
            Status = status,
            Library = desk.Library ?? desk.Query("library"),
            Partner = desk.Query("partner"),
            Pickup = desk.Query("pickup"),
            Assignee = desk.Query("assignee"),
            Flag = Read<RequestTraits>(desk.Query("flag")) is { } flag && Flags.Contains(flag) ? flag : RequestTraits.None,
            Days = int.TryParse(desk.Query("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3650 ? days : null,
            Text = desk.Query("q")?.Trim(),
            Patron = desk.Access.CanWork ? desk.Query("patron")?.Trim() : null,
            Order = OrdersOf(scope).Contains(order) ? order : RequestOrder.Newest,
        };
    }

    /// <summary>The question to the store.</summary>
    public RequestQuery ToQuery(DateTimeOffset now) => new()
    {
        Statuses = Status is { } status ? [status] : Scope switch
        {
            QueueScope.Open => StatusGroups.NotFinal,
            QueueScope.Closed => StatusGroups.Final,
            _ => null,
        },
        AnyTrait = Flag,
        Library = Library,
        Partner = Partner,
        Pickup = Pickup,
        Assignee = Assignee,
        Patron = Patron,
        Text = string.IsNullOrEmpty(Text) ? null : Text,
        EnteredBefore = Days is { } days ? now.AddDays(-days) : null,
        Order = Order,
    };

    /// <summary>The address that says the same.</summary>
    public string In(string path, string? after = null) => DeskLinks.With(path, [.. Values(), ("after", after)]);

    /// <summary>The same as fields of a form.</summary>
    public IEnumerable<(string Name, string? Value)> Values() =>
    [
        ("scope", Scope == QueueScope.Open || Status is not null ? null : Scope.ToString().ToLowerInvariant()),
        ("status", Status?.ToString()),
        ("library", Library),
        ("partner", Partner),
        ("pickup", Pickup),
        ("assignee", Assignee),
        ("flag", Flag == RequestTraits.None ? null : Flag.ToString()),
        ("days", Days?.ToString(CultureInfo.InvariantCulture)),
        ("q", Text),
        ("patron", Patron),
        ("order", Order == UsualOrderOf(Status is { } status ? ScopeOf(status) : Scope) ? null : Order.ToString()),
    ];

    private static QueueScope ScopeOf(BorrowingStatus status) => status.IsFinal() ? QueueScope.Closed : QueueScope.Open;

    private static RequestOrder UsualOrderOf(QueueScope scope) => scope == QueueScope.Open ? RequestOrder.LongestInStatus : RequestOrder.Newest;

    private static T? Read<T>(string? text)
        where T : struct, Enum => Named.Read<T>(text, ignoreCase: true);
}
