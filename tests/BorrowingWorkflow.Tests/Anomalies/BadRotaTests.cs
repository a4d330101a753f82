using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class BadRotaTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_rota_in_order_is_not_reported() =>
        Assert.Empty(await Desk(RequestSentToPartner, Entry("CSUN", EntryState.Active), Entry("CSUF")).FindAsync("bad-rota"));

    [Fact]
    public async Task The_borrower_itself_is_no_partner() =>
        Assert.Equal("The rota is bad: it names the borrower itself, SDSU.", await Desk(ReadyToBeSent, Entry("CSUN", EntryState.Active), Entry("SDSU", EntryState.Unusable)).EvidenceAsync("bad-rota"));

    [Fact]
    public async Task A_partner_is_named_once_a_round()
    {
        Assert.Equal("The rota is bad: it names twice CSUN.", await Desk(ReadyToBeSent, Entry("CSUN", EntryState.Active), Entry("CSUN")).EvidenceAsync("bad-rota"));
        Assert.Empty(await Desk(ReadyToBeSent, Entry("CSUN", EntryState.Skipped), Entry("CSUN", EntryState.Active) with { Round = 2 }).FindAsync("bad-rota"));
    }

    [Fact]
    public async Task An_entry_that_could_not_be_used_is_told_with_its_reason() =>
        Assert.Equal(
            "The rota is bad: it can't use CSUF (It is unknown.).",
            await Desk(ReadyToBeSent, Entry("CSUN", EntryState.Active), Entry("CSUF", EntryState.Unusable, "It is unknown.")).EvidenceAsync("bad-rota"));

    [Fact]
    public async Task Two_partners_that_reject_for_one_reason_point_at_the_request()
    {
        var desk = Desk(RequestSentToPartner, Entry("CSUN", EntryState.Rejected, "Lost Copy"), Entry("CSUF", EntryState.Rejected, "lost-copy"), Entry("SJSU", EntryState.Active));
        Assert.Equal("The rota is bad: CSUN, CSUF rejected it for the same reason, Lost Copy.", await desk.EvidenceAsync("bad-rota"));
        desk.Settings.SameRejections = 3;
        Assert.Empty(await desk.FindAsync("bad-rota"));
    }

    [Theory]
    [InlineData("NotOnShelf", "not-on-shelf")]
    [InlineData("In use", "in-use")]
    [InlineData("lost", "policy")]
    [InlineData(null, null)]
    public async Task Other_rejections_say_nothing_about_the_request(string? first, string? second) =>
        Assert.Empty(await Desk(RequestSentToPartner, Entry("CSUN", EntryState.Rejected, first), Entry("CSUF", EntryState.Rejected, second)).FindAsync("bad-rota"));

    [Fact]
    public async Task A_rota_that_ran_out_is_reported_until_the_request_is_replaced()
    {
        RotaEntry[] rota = [Entry("CSUN", EntryState.Rejected, "policy"), Entry("CSUF", EntryState.Rejected, "policy")];
        Assert.Equal(["R1"], await Desk(RejectedByPartner, rota).FindAsync("bad-rota"));
        Assert.Empty(await Desk(ShippedPhysically, rota).FindAsync("bad-rota"));
        var replaced = new AnomalyDesk().Add("R1", RejectedByPartner, Hour, request => (request.Rota, request.ActiveEntry, request.ReplacedBy) = (rota, null, "R2"));
        Assert.Empty(await replaced.FindAsync("bad-rota"));
        var remarkable = new AnomalyDesk().Add("R1", RejectedByPartner, Hour, request => (request.Rota, request.ActiveEntry, request.ReplacedBy, request.Facts.Reactivations) = (rota, null, "R2", 1));
        Assert.Empty(await remarkable.FindAsync("bad-rota"));
    }

    [Fact]
    public async Task The_directory_tells_unknown_and_inactive_partners()
    {
        var desk = Desk(ReadyToBeSent, Entry("CSUN", EntryState.Active), Entry("CSUF"), Entry("GONE", EntryState.Rejected));
        Assert.Empty(await desk.FindAsync("bad-rota"));
        desk.Directory = new InMemoryPartnerDirectory(new Partner("CSUF") { IsActive = false });
        Assert.Equal("The rota is bad: the directory does not know CSUN; no longer active: CSUF.", await desk.EvidenceAsync("bad-rota"));
    }

    [Theory]
    [InlineData(RequestFormat.Digital, CitationType.Book, true)]
    [InlineData(RequestFormat.Physical, CitationType.Article, true)]
    [InlineData(RequestFormat.Physical, CitationType.Book, false)]
    public async Task A_file_is_not_to_be_had_from_a_lender_of_physical_items(RequestFormat format, CitationType type, bool isBad)
    {
        var desk = new AnomalyDesk { Directory = new InMemoryPartnerDirectory(new Partner("CSUN") { Supplies = Supplies.Physical }) }
            .Add("R1", RequestSentToPartner, Hour, request => request.Citation = new() { Format = format, Type = type });
        Assert.Equal(isBad ? ["R1"] : [], await desk.FindAsync("bad-rota"));
    }

    private static AnomalyDesk Desk(BorrowingStatus status, params RotaEntry[] rota) =>
        new AnomalyDesk().Add("R1", status, Hour, request =>
        {
            request.Rota = rota;
            request.ActiveEntry = status.IsFinal() ? null : Math.Max(0, Array.FindIndex(rota, entry => entry.State == EntryState.Active));
        });

    private static RotaEntry Entry(string partner, EntryState state = EntryState.Pending, string? reason = null) => new(partner) { State = state, Reason = reason };
}
