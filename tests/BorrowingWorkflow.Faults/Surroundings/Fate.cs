namespace BorrowingWorkflow.Faults.Surroundings;

/// <summary>What becomes of an effect on its way out.</summary>
internal enum Fate : byte
{
    /// <summary>It arrives and is confirmed.</summary>
    Confirmed,

    /// <summary>It arrives twice and is confirmed.</summary>
    Twice,

    /// <summary>It arrives; the confirmation takes its time, while other things happen.</summary>
    Slow,

    /// <summary>It arrives; the confirmation is lost.</summary>
    Unconfirmed,

    /// <summary>It arrives, after other things; until then nothing is known of it.</summary>
    Late,

    /// <summary>It does not arrive, and nobody says so.</summary>
    Lost,

    /// <summary>It does not arrive, and the other side says so.</summary>
    Refused,

    /// <summary>The port throws before anything has gone out.</summary>
    BrokenBefore,

    /// <summary>The port throws when it has arrived.</summary>
    BrokenAfter,
}
