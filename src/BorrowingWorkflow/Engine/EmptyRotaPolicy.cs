namespace BorrowingWorkflow.Engine;

/// <summary>What happens when the locate finds nobody who could supply.</summary>
public enum EmptyRotaPolicy : byte
{
    /// <summary>The request is cancelled by staff and the patron is told to try ILL.</summary>
    CancelByStaff,

    /// <summary>It stays in Locate failed for staff.</summary>
    LocateFailed,
}
