using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Machine.Diagrams;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Machine;

public class DiagramTests
{
    private static readonly BorrowingStatus[] Travelled =
        [LocateInProcess, ReadyToBeSent, RequestSentToPartner, RequestSentToPartner, RejectedByPartner];

    [Fact]
    public void Every_status_is_in_one_box()
    {
        Assert.Equal(BorrowingStatusExtensions.All.Count, Box.All.Sum(box => box.Statuses.Count));
        Assert.Equal(BorrowingStatusExtensions.All, Box.All.SelectMany(box => box.Statuses).Order());
    }

    [Fact]
    public void An_arrow_does_not_run_from_a_box_into_itself() =>
        Assert.All(Diagram.Of(TransitionTable.Default).Arrows, arrow => Assert.DoesNotContain(
            Box.All, box => box.Name == arrow.From && box.Statuses.Any(status => status.ToString() == arrow.To)));

    [Fact]
    public void Every_move_of_the_table_is_drawn()
    {
        var arrows = Diagram.Of(TransitionTable.Default).Arrows;
        foreach (var status in BorrowingStatusExtensions.All)
        {
            foreach (var trigger in Enum.GetValues<Trigger>())
            {
                foreach (var row in TransitionTable.Default.Cell(status, trigger).ToArray().Where(row => row.To != status && !row.NamesNoStatus && row.Clause != "SE-6"))
                {
                    Assert.Contains(arrows, arrow => arrow.To == row.To.ToString() && arrow.Lines.Contains(trigger.ToString()) && StartsAt(arrow, status));
                }
            }
        }
    }

    [Fact]
    public void The_picture_stays_within_what_GitHub_renders()
    {
        var text = BorrowingMachine.ToMermaid(BorrowingStatusExtensions.All);

        Assert.InRange(text.Length, 1, 50_000);
        Assert.InRange(text.Split('\n').Count(line => line.Contains("->", StringComparison.Ordinal)), 1, 500);
    }

    [Fact]
    public async Task Mermaid() => await Verifier.Verify(BorrowingMachine.ToMermaid());

    [Fact]
    public async Task Dot() => await Verifier.Verify(BorrowingMachine.ToDot());

    [Fact]
    public void The_way_travelled_is_numbered_and_marked()
    {
        var mermaid = BorrowingMachine.ToMermaid(Travelled);

        Assert.Contains("    RequestSentToPartner ==>|\"3\"| RejectedByPartner\n", mermaid, StringComparison.Ordinal);
        Assert.Contains("    classDef travelled stroke:#c2410c,stroke-width:4px\n", mermaid, StringComparison.Ordinal);
        Assert.Contains("    class LocateInProcess,ReadyToBeSent,RequestSentToPartner,RejectedByPartner travelled\n", mermaid, StringComparison.Ordinal);

        var dot = BorrowingMachine.ToDot(Travelled);
        Assert.Contains("RequestSentToPartner -> RejectedByPartner [label=\"3\", color=\"#c2410c\", penwidth=4]\n", dot, StringComparison.Ordinal);
        Assert.Contains("RejectedByPartner [label=\"Rejected by partner\", style=rounded, color=\"#c2410c\", penwidth=4]\n", dot, StringComparison.Ordinal);
        Assert.Contains("Conditional [label=\"Conditional\"]\n", dot, StringComparison.Ordinal);
    }

    private static bool StartsAt(Arrow arrow, BorrowingStatus status) =>
        arrow.From == status.ToString()
        || (arrow.From == "AnyOpen" && !status.IsFinal())
        || Box.All.Any(box => (arrow.From == box.Name || arrow.From == box.Others) && box.Statuses.Contains(status));
}
