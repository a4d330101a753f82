namespace BorrowingWorkflow.Checks;

/// <summary>How often a check is worked.</summary>
public enum CheckCadence : byte
{
    /// <summary>Every working day.</summary>
    Daily,

    /// <summary>Once a week.</summary>
    Weekly,

    /// <summary>Once a month.</summary>
    Monthly,
}
