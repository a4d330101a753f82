namespace BorrowingWorkflow.Partners;

/// <summary>A library that lends, as the borrower's partner directory describes it.</summary>
/// <param name="Code">The partner's code, compared ordinally; unique in a directory.</param>
public sealed record Partner(string Code)
{
    /// <summary>The partner's name; null where only the code is known.</summary>
    public string? Name { get; init; }

    /// <summary>False where the partner takes no requests at present.</summary>
    /// <value>True.</value>
    public bool IsActive { get; init; } = true;

    /// <summary>What the partner supplies: physical items, files or both.</summary>
    /// <value>Both.</value>
    public Supplies Supplies { get; init; } = Supplies.PhysicalAndDigital;

    /// <summary>Which optional steps exist with the partner, and how it is spoken to.</summary>
    public WorkflowProfile Profile { get; init; } = WorkflowProfile.Default;

    /// <summary>The partner's time zone, an IANA id; its working days begin and end by it.</summary>
    /// <value>The borrowing library's.</value>
    public string? TimeZone { get; init; }

    /// <summary>Weekdays on which the partner works.</summary>
    /// <value>Monday to Friday.</value>
    public IReadOnlyList<DayOfWeek> WorkingDays { get; init; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Days on which the partner is closed all the same: holidays, moves, term breaks.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>The partner's group or region; a ranking may prefer the borrower's own.</summary>
    public string? Group { get; init; }

    /// <summary>The order in which staff want partners asked: the lower the earlier.</summary>
    /// <value>100.</value>
    public int Priority { get; init; } = 100;

    /// <summary>What a loan costs, in the borrower's currency.</summary>
    /// <value>0.</value>
    public decimal Cost { get; init; }

    /// <summary>What the borrower lent to the partner less what it borrowed from it, in items: the higher, the rather it may be asked.</summary>
    /// <value>0.</value>
    public int Balance { get; init; }

    /// <summary>True where the partner is asked only when nobody else is left.</summary>
    /// <value>False.</value>
    public bool IsLastResort { get; init; }
}
