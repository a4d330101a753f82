using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>Words of the clauses from shipping on.</summary>
internal sealed partial class Scene
{
    /// <summary>The partner says it, or staff for the partner: it makes no difference.</summary>
    public Scene ByPartnerOrStaff(bool byStaff, string partner, Trigger trigger, InputData? data = null) =>
        byStaff ? StaffFor(partner, trigger, data) : Partner(partner, trigger, data);

    /// <summary>The last input put nothing on record.</summary>
    public Scene WithoutRecords() => WithRecords();

    /// <summary>The volumes, each as "v1", "v1 here" once it was received, and "v1 here gone" once it was sent back.</summary>
    public Scene VolumesAre(params string[] volumes)
    {
        Assert.Equal(volumes, Request.Volumes.Select(volume =>
            volume.Id + (volume.ReceivedAt is null ? "" : " here") + (volume.ReturnedAt is null ? "" : " gone")));
        return this;
    }
}
