using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>What decisions ask of a partner; its name, costs and ranking stay out of the file.</summary>
internal sealed record HistoryPartner
{
    public required string Code { get; init; }

    public required bool IsActive { get; init; }

    public required Supplies Supplies { get; init; }

    public required WorkflowProfile Profile { get; init; }

    public string? TimeZone { get; init; }

    public required IReadOnlyList<DayOfWeek> WorkingDays { get; init; }

    public IReadOnlyList<Closure>? Closures { get; init; }

    public static HistoryPartner Of(Partner partner) => new()
    {
        Code = partner.Code,
        IsActive = partner.IsActive,
        Supplies = partner.Supplies,
        Profile = partner.Profile,
        TimeZone = partner.TimeZone,
        WorkingDays = partner.WorkingDays,
        Closures = partner.Closures.Count > 0 ? partner.Closures : null,
    };

    public Partner ToPartner() => new(Code)
    {
        IsActive = IsActive,
        Supplies = Supplies,
        Profile = Profile,
        TimeZone = TimeZone,
        WorkingDays = WorkingDays,
        Closures = Closures ?? [],
    };
}
