using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Tests.Rota;

public sealed class RotaSymptomsTests
{
    public static TheoryData<string> Symptoms => [.. Bad.Keys];

    private static Dictionary<string, RotaEntry[]> Bad { get; } = new()
    {
        ["it names the borrower itself"] = [Entry("CSUN"), Entry("SDSU")],
        ["it names a partner twice"] = [Entry("CSUN"), Entry("CSUF"), Entry("CSUN")],
        ["it names a partner that can't be asked"] = [Entry("CSUN"), Entry("GONE", EntryState.Unusable)],
        ["two rejected for one reason"] = [Entry("CSUN", EntryState.Rejected, "Lost Copy"), Entry("CSUF", EntryState.Rejected, "lost-copy")],
    };

    [Theory]
    [MemberData(nameof(Symptoms))]
    public void Each_symptom_is_enough(string symptom)
    {
        var request = Ended(Bad[symptom]);
        Assert.True(RotaSymptoms.MayBeBad(request));
        Assert.True(RotaSymptoms.Any(request));
    }

    [Theory]
    [InlineData(BorrowingStatus.RejectedByPartner, true)]
    [InlineData(BorrowingStatus.Expired, true)]
    [InlineData(BorrowingStatus.CancelledByStaff, false)]
    [InlineData(BorrowingStatus.RequestSentToPartner, false)]
    public void They_count_where_the_rota_is_what_failed(BorrowingStatus status, bool counts)
    {
        var request = Ended(Bad["it names the borrower itself"]);
        request.Status = status;
        Assert.Equal(counts, RotaSymptoms.Any(request));
    }

    [Fact]
    public void A_request_that_was_replaced_has_none()
    {
        var request = Ended(Bad["it names the borrower itself"]);
        request.ReplacedBy = "R2";
        Assert.False(RotaSymptoms.Any(request));
    }

    [Fact]
    public void A_rota_in_order_is_not_looked_at_twice()
    {
        var request = Ended(Entry("CSUN", EntryState.Rejected, "policy"), Entry("CSUF", EntryState.Rejected), Entry("SJSU", EntryState.Expired));
        Assert.False(RotaSymptoms.MayBeBad(request));
        Assert.False(RotaSymptoms.MayBeBad(Ended()));
        Assert.False(RotaSymptoms.Any(Ended()));
    }

    [Fact]
    public void Only_the_latest_rota_counts()
    {
        RotaEntry[] inOrder = [Entry("CSUF") with { Round = 2 }, Entry("SJSU") with { Round = 2 }];
        var earlier = Ended([.. Bad["it names the borrower itself"], .. inOrder]);
        Assert.Equal(["CSUF", "SJSU"], RotaSymptoms.LatestRound(earlier).Select(entry => entry.Partner));
        Assert.False(RotaSymptoms.Any(earlier));
        Assert.Empty(RotaSymptoms.LatestRound(Ended()));
    }

    [Theory]
    [InlineData("Not on shelf")]
    [InlineData("in_use")]
    [InlineData(" - ")]
    public void A_reason_that_says_nothing_about_the_request_is_harmless(string reason) =>
        Assert.False(RotaSymptoms.Any(Ended(Entry("CSUN", EntryState.Rejected, reason), Entry("CSUF", EntryState.Rejected, reason))));

    [Fact]
    public void One_partner_that_rejects_twice_is_one()
    {
        RotaEntry[] entries = [Entry("CSUN", EntryState.Rejected, "policy"), Entry("CSUN", EntryState.Rejected, "policy")];
        Assert.Empty(RotaSymptoms.SameRejections(entries, [], several: 2));
    }

    [Fact]
    public void What_names_itself_or_is_named_twice_is_not_told_as_unusable_too()
    {
        var request = Ended(
            Entry("SDSU", EntryState.Unusable), Entry("CSUN", EntryState.Unusable), Entry("CSUN"), Entry("GONE", EntryState.Unusable), Entry("CSUF"));
        Assert.Equal(["GONE"], RotaSymptoms.Unusable(request, request.Rota).Select(entry => entry.Partner));
        Assert.Equal(["CSUN"], RotaSymptoms.NamedTwice(request.Rota));
    }

    private static BorrowingRequest Ended(params RotaEntry[] rota) =>
        new() { Id = "R1", Library = "SDSU", Status = BorrowingStatus.RejectedByPartner, Rota = rota };

    private static RotaEntry Entry(string partner, EntryState state = EntryState.Skipped, string? reason = null) => new(partner) { State = state, Reason = reason };
}
