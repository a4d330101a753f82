using System.Globalization;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.AspNetCore.Desk.Pictures;
using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.AspNetCore.Tests.Insights;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Tests.Pictures;

public class WayDiagramTests
{
    [Fact]
    public async Task A_way_is_drawn_in_numbered_steps_with_trigger_and_clause()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN", "CHICO").Partner("A", "CSUN", Trigger.PartnerRejected).Sent("A", "CHICO").Staff("A", Trigger.AddNote, new() { Text = "rare" });

        var model = await DrawAsync(term, "A");

        Assert.Equal(
            [("None", "LocateInProcess", "1"), ("LocateInProcess", "ReadyToBeSent", "2"), ("ReadyToBeSent", "RequestSentToPartner", "3·5"), ("RequestSentToPartner", "ReadyToBeSent", "4")],
            model.Lines.Select(line => ($"{line.Arrow.From}", $"{line.Arrow.To}", line.Arrow.Badge!)));
        Assert.Equal(["way", "way", "way last", "way"], model.Lines.Select(line => line.Arrow.Class));
        Assert.All(model.Lines, line => Assert.NotNull(line.Badge));
        Assert.Contains("AP-10", Assert.Single(model.Lines[3].Arrow.Lines), StringComparison.Ordinal);
        Assert.Equal(2, model.Lines[2].Arrow.Lines.Count);
    }

    [Fact]
    public async Task The_status_the_visited_ones_and_those_within_reach_of_staff_are_told_apart()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN");

        var model = await DrawAsync(term, "A");

        Assert.Equal("current", Look(model, BorrowingStatus.RequestSentToPartner));
        Assert.Equal("visited", Look(model, BorrowingStatus.ReadyToBeSent));
        Assert.Equal("next", Look(model, BorrowingStatus.WaitingForCancelResponse));
        Assert.Equal("next", Look(model, BorrowingStatus.PhysicallyReceivedByLibrary));
        Assert.Equal("faint", Look(model, BorrowingStatus.LoanedItemToPatron));
        Assert.Equal("/machine/Expired", model.Boxes.Single(box => box.Status == BorrowingStatus.Expired).Href);
    }

    [Fact]
    public async Task With_another_partner_pending_nothing_leads_to_the_end_of_the_rota()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN", "CHICO").Partner("A", "CSUN", Trigger.PartnerSetCondition)
            .SendOut("B", "CSUN").Partner("B", "CSUN", Trigger.PartnerSetCondition);

        var (another, last) = (await NextAsync(term, "A"), await NextAsync(term, "B"));

        Assert.True(another.Contains(BorrowingStatus.ReadyToBeSent) && !another.Contains(BorrowingStatus.RejectedByPartner));
        Assert.True(last.Contains(BorrowingStatus.RejectedByPartner) && !last.Contains(BorrowingStatus.ReadyToBeSent));
    }

    [Fact, Clause("FI-2")]
    public async Task A_reactivation_leads_to_the_remembered_status_and_no_other()
    {
        await using var term = new Term();
        term.SendOut("A", "CSUN").Staff("A", Trigger.Complete);

        // FI-7: staff may record the shipment on the partner's behalf.
        Assert.Equal([BorrowingStatus.RequestSentToPartner, BorrowingStatus.ShippedPhysically], await NextAsync(term, "A"));
    }

    [Fact]
    public async Task Many_repetitions_are_told_short()
    {
        await using var term = new Term();
        string[] partners = ["P1", "P2", "P3", "P4", "P5", "P6"];
        term.SendOut("A", partners);
        foreach (var (index, partner) in partners.SkipLast(1).Index())
        {
            term.Partner("A", partner, Trigger.PartnerRejected).Sent("A", partners[index + 1]);
        }

        var model = await DrawAsync(term, "A");

        Assert.Equal("3·5·7…13", model.Lines.Single(line => line.Arrow.Class == "way last").Arrow.Badge);
    }

    private static string Look(DiagramModel model, BorrowingStatus status) => model.Boxes.Single(box => box.Status == status).Class.Split(' ')[^1];

    private static async Task<StatusSet> NextAsync(Term term, RequestId id) =>
        WayDiagram.NextOf((await term.Store.FindAsync(id))!, await term.Workflow.PermittedAsync(id, Actor.Staff));

    private static async Task<DiagramModel> DrawAsync(Term term, RequestId id)
    {
        var culture = CultureInfo.GetCultureInfo("en-US");
        return WayDiagram.Of(
            new DeskTexts(culture), new DeskTime(term.Clock.GetUtcNow(), TimeZoneInfo.Utc, culture), (await term.Store.FindAsync(id))!, await term.Store.HistoryAsync(id),
            await term.Workflow.PermittedAsync(id, Actor.Staff), status => $"/machine/{status}");
    }
}
