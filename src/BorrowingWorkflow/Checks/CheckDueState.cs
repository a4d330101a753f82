namespace BorrowingWorkflow.Checks;

/// <summary>Whether a check is to be worked today.</summary>
public enum CheckDueState : byte
{
    /// <summary>Not today: it was worked since its latest day, or nobody works today.</summary>
    NotDue,

    /// <summary>Today is its day, and it was not worked yet.</summary>
    Due,

    /// <summary>Its day is past, and it was not worked since. Today is a working day.</summary>
    Overdue,

    /// <summary>It was worked today.</summary>
    Done,
}
