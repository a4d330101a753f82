using System.Globalization;
using BorrowingWorkflow.AspNetCore.Desk.Pictures;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>The state machine, to look around in: the picture, a status with its ins and outs, and every clause.</summary>
internal sealed class MachinePage(DeskRenderer renderer)
{
    public Task ShowAsync(DeskCall desk)
    {
        var filter = MachineFilter.Of(desk);
        var model = new MachineModel(
            filter,
            MachineDiagram.Of(desk.T, filter.Status, status => desk.Links.MachineAt(status.ToString())),
            filter.Apply(desk.T),
            int.TryParse(desk.Query("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1);
        return renderer.WriteAsync(desk, desk.T["nav.machine"], "machine", MachineView.Of(desk, model));
    }
}
