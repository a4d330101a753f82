using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Ports;

public class IntakeRuleTests
{
    [Theory]
    [InlineData("9780306406157", null, null, false)]
    [InlineData(null, "Dune", "Herbert", false)]
    [InlineData("n/a", "Dune", "Herbert", false)]
    [InlineData("n/a", "Dune", null, true)]
    [InlineData(null, "Dune", null, true)]
    [InlineData(null, null, "Herbert", true)]
    [InlineData(null, " ", "Herbert", true)]
    [InlineData(null, null, null, true)]
    public async Task A_book_needs_an_identifier_or_title_and_author(string? isbn, string? title, string? author, bool objects) =>
        Assert.Equal(objects, await new ThinCitationRule().ObjectsAsync("R-1", ASubmission(new() { Isbn = isbn, Title = title, Author = author })));

    [Theory]
    [InlineData("10.1000/1", null, null, null, false)]
    [InlineData(null, "2049-3630", "On lending", null, false)]
    [InlineData(null, null, "On lending", "Doe", false)]
    [InlineData(null, "2049-3630", null, "Doe", true)]
    [InlineData(null, null, "On lending", null, true)]
    [InlineData("soon", null, null, null, true)]
    public async Task An_article_is_not_found_by_its_journal_alone(string? doi, string? issn, string? title, string? author, bool objects) =>
        Assert.Equal(
            objects,
            await new ThinCitationRule().ObjectsAsync(
                "R-1", ASubmission(new() { Type = CitationType.Article, Doi = doi, Issn = issn, Title = title, Author = author })));

    [Fact]
    public async Task The_local_catalogue_is_asked_about_the_library_s_own_holding()
    {
        var citation = new Citation { Isbn = "9780306406157" };
        var rule = new LocalHoldingRule((library, asked, _) => new(library == "CSUN" && asked == citation));

        Assert.True(await rule.ObjectsAsync("R-1", ASubmission(citation)));
        Assert.False(await rule.ObjectsAsync("R-1", ASubmission(citation) with { Library = "SFSU" }));
    }

    [Theory]
    [InlineData("alumni", true)]
    [InlineData("Alumni", false)]
    [InlineData("faculty", false)]
    [InlineData(null, false)]
    public async Task Some_patron_groups_need_a_person_s_yes(string? group, bool objects) =>
        Assert.Equal(
            objects, await new PatronGroupApprovalRule("alumni", "guest").ObjectsAsync("R-1", ASubmission(new()) with { Patron = new("P-1", group) }));

    [Fact]
    public void Each_rule_has_its_place_in_the_order() =>
        Assert.Equal(
            [IntakeObjection.CitationInsufficient, IntakeObjection.LocallyHeld, IntakeObjection.ApprovalRequired],
            new IIntakeRule[] { new ThinCitationRule(), new LocalHoldingRule((_, _, _) => new(false)), new PatronGroupApprovalRule() }
                .Select(rule => rule.Objection));

    private static Submission ASubmission(Citation citation) => new() { Library = "CSUN", Patron = new("P-1"), Citation = citation };
}
