namespace BorrowingWorkflow.AspNetCore.Desk.Access;

/// <summary>What a caller may do, and who it is.</summary>
/// <param name="CanView">May look.</param>
/// <param name="CanWork">May move requests and see patrons.</param>
/// <param name="CanAdminister">May change many requests at once and take lists out.</param>
/// <param name="Who">The member of staff, as the history is to name it.</param>
internal sealed record DeskAccess(bool CanView, bool CanWork, bool CanAdminister, string Who)
{
    public bool May(DeskRight right) => right switch
    {
        DeskRight.View => CanView,
        DeskRight.Work => CanView && CanWork,
        _ => CanView && CanAdminister,
    };
}
