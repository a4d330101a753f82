using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class EditsTests
{
    private static readonly DateTimeOffset Christmas = new(2026, 12, 24, 0, 0, 0, TimeSpan.Zero);

    private static readonly Submission Whole = new()
    {
        Library = "SDSU",
        Patron = new("p-1", "faculty"),
        Citation = new()
        {
            Title = "Dune",
            Author = "Herbert",
            Isbn = "9780441172719",
            Issn = "0317-8471",
            Oclc = "4711",
            Doi = "10.1000/182",
            Format = RequestFormat.Digital,
            Type = CitationType.Article,
        },
        Pickup = "MAIN",
        NeededBy = Christmas,
        ExternalId = "X-1",
        Volumes = ["v1", "v2"],
        OverrideDuplicate = true,
    };

    public static TheoryData<string> Members => [.. Each.Keys];

    /// <summary>Every member that can be corrected: its data, whether it is of the citation, and how a request shows it.</summary>
    private static Dictionary<string, (InputData Data, bool IsCitation, Func<BorrowingRequest, object?> Of)> Each { get; } = new()
    {
        ["title"] = (new() { Title = "Emma" }, true, request => request.Citation.Title),
        ["author"] = (new() { Author = "Austen" }, true, request => request.Citation.Author),
        ["isbn"] = (new() { Isbn = "9780141439587" }, true, request => request.Citation.Isbn),
        ["issn"] = (new() { Issn = "2049-3630" }, true, request => request.Citation.Issn),
        ["oclc"] = (new() { Oclc = "12" }, true, request => request.Citation.Oclc),
        ["doi"] = (new() { Doi = "10.1000/1" }, true, request => request.Citation.Doi),
        ["format"] = (new() { Format = RequestFormat.Physical }, true, request => request.Citation.Format),
        ["citationType"] = (new() { CitationType = CitationType.Book }, true, request => request.Citation.Type),
        ["pickup"] = (new() { Pickup = "ANNEX" }, false, request => request.Pickup),
        ["neededBy"] = (new() { NeededBy = Christmas.AddDays(1) }, false, request => request.NeededBy),
    };

    [Fact]
    public void A_submission_is_the_same_after_its_way_through_an_input()
    {
        var back = Whole.ToData().ToSubmission();
        Assert.Equal(Whole with { Volumes = back.Volumes }, back);
        Assert.Equal(Whole.Volumes, back.Volumes);
    }

    [Fact]
    public void A_submission_that_says_little_says_as_little_afterwards()
    {
        var wish = new Submission { Library = "SDSU", Patron = new("p-1"), Citation = new() { Title = "Dune" } };
        var data = wish.ToData();
        Assert.Null(data.Volumes);
        Assert.Null(data.OverrideDuplicate);
        Assert.Equal(wish with { Volumes = data.ToSubmission().Volumes }, data.ToSubmission());
        Assert.Equal(("", ""), (new InputData().ToSubmission().Library, new InputData().ToSubmission().Patron.Id));
    }

    [Fact]
    public void A_new_request_has_all_that_was_submitted()
    {
        var request = Filled();
        Assert.Equal("SDSU", request.Library);
        Assert.Equal(new PatronReference("p-1", "faculty"), request.Patron);
        Assert.Equal(Whole.Citation, request.Citation);
        Assert.Equal(("MAIN", Christmas, "X-1"), (request.Pickup, request.NeededBy, request.ExternalId));
        Assert.Equal(["v1", "v2"], request.Volumes.Select(volume => volume.Id));
        Assert.Null(request.Replaces);
    }

    [Fact]
    public void A_new_request_of_which_little_is_known_has_no_more()
    {
        var request = new BorrowingRequest { Id = "R1" };
        Edits.Fill(request, new() { Replaces = "R0", Volumes = ["v1", "v1"] });
        Assert.Equal("", request.Library);
        Assert.Null(request.Patron);
        Assert.Equal("R0", request.Replaces?.Value);
        Assert.Equal(["v1"], request.Volumes.Select(volume => volume.Id));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_correction_changes_what_it_names_and_says_so(string member)
    {
        var (data, isCitation, of) = Each[member];
        var (request, before) = (Filled(), Filled());

        Assert.Equal([$"Changed({member})"], Edits.Apply(request, data));

        Assert.NotEqual(of(before), of(request));
        Assert.All(Each.Where(each => each.Key != member), each => Assert.Equal(each.Value.Of(before), each.Value.Of(request)));
        Assert.Equal(isCitation, Edits.TouchCitation(data));
    }

    [Fact]
    public void What_is_said_again_changes_nothing()
    {
        Assert.Empty(Edits.Apply(Filled(), Whole.ToData()));
        Assert.Empty(Edits.Apply(Filled(), new()));
        Assert.False(Edits.TouchCitation(new()));
    }

    private static BorrowingRequest Filled()
    {
        var request = new BorrowingRequest { Id = "R1" };
        Edits.Fill(request, Whole.ToData());
        return request;
    }
}
