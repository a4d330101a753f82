using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class ReplacementTests
{
    [Fact]
    public void Its_id_follows_from_the_request_and_its_version() =>
        Assert.Equal("R1-R7", Replacement.IdOf(new() { Id = "R1", Version = 7 }).Value);

    [Theory]
    [InlineData(-3)]
    [InlineData(-2)]
    [InlineData(0)]
    public void Its_id_is_no_longer_than_an_id_can_be(int lengthFromLongest)
    {
        var id = new string('r', RequestId.MaxLength + lengthFromLongest);
        var replacement = Replacement.IdOf(new() { Id = new(id), Version = 7 }).Value;
        Assert.Equal(RequestId.MaxLength, replacement.Length);
        Assert.Equal(id[..(RequestId.MaxLength - 3)] + "-R7", replacement);
    }

    [Fact]
    public void It_is_the_same_wish_looked_at_by_a_person()
    {
        var original = new BorrowingRequest
        {
            Id = "R1",
            Library = "SDSU",
            Patron = new("p-1", "faculty"),
            Citation = new() { Title = "Dune" },
            Pickup = "MAIN",
            ExternalId = "X-1",
            Volumes = [new("v1") { ReceivedAt = DateTimeOffset.UnixEpoch }],
        };

        var data = Replacement.DataOf(original);

        Assert.Equal(("SDSU", "p-1", "faculty", "Dune", "MAIN"), (data.Library, data.Patron, data.PatronGroup, data.Title, data.Pickup));
        Assert.Equal(["v1"], data.Volumes);
        Assert.Equal(("R1", true), (data.Replaces, data.OverrideDuplicate));
        Assert.Null(data.ExternalId);
    }

    [Fact]
    public void Where_the_patron_was_erased_it_has_none() => Assert.Equal("", Replacement.DataOf(new() { Id = "R1" }).Patron);
}
