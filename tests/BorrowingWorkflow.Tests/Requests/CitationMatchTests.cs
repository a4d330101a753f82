using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Requests;

public class CitationMatchTests
{
    [Theory]
    [InlineData("9780306406157", "isbn:9780306406157")]
    [InlineData("978-0-306-40615-7", "isbn:9780306406157")]
    [InlineData("978 0 306 40615 7", "isbn:9780306406157")]
    [InlineData("978–0–306–40615–7", "isbn:9780306406157")]
    [InlineData("0-306-40615-2", "isbn:9780306406157")]
    [InlineData("0306406152 (pbk. : alk. paper)", "isbn:9780306406157")]
    [InlineData("0306406152 [hardback]", "isbn:9780306406157")]
    [InlineData("0306406152 box set", "isbn:9780306406157")]
    [InlineData("ISBN-13: 9780306406157", "isbn:9780306406157")]
    [InlineData("ISBN 10 0306406152", "isbn:9780306406157")]
    [InlineData("eISBN:9780306406157", "isbn:9780306406157")]
    [InlineData("306406152", "isbn:9780306406157")]
    [InlineData("0306406152 9780306406157", "isbn:9780306406157")]
    [InlineData("0306406152 (v. 1); 9780306406157 (set)", "isbn:9780306406157")]
    [InlineData("080442957x", "isbn:9780804429573")]
    [InlineData("0306406153", "isbn:0306406153")]
    public void An_isbn_is_one_key_however_it_is_written(string isbn, string expected) =>
        Assert.Equal([expected], CitationMatch.Keys(new() { Isbn = isbn }));

    [Fact]
    public void Several_isbns_are_several_keys() =>
        Assert.Equal(["isbn:9780306406157", "isbn:9780804429573"], CitationMatch.Keys(new() { Isbn = "0306406152 (v. 1) 080442957X (v. 2)" }));

    [Theory]
    [InlineData("2049-3630", "issn:20493630")]
    [InlineData("20493630", "issn:20493630")]
    [InlineData("ISSN 0317-847x (online)", "issn:0317847X")]
    public void An_issn_is_one_key_however_it_is_written(string issn, string expected) =>
        Assert.Equal([expected], CitationMatch.Keys(new() { Issn = issn }));

    [Theory]
    [InlineData("(OCoLC)ocm00123456")]
    [InlineData("ocn123456")]
    [InlineData("OCLC: 0123456")]
    [InlineData("123456")]
    public void An_oclc_number_is_one_key_however_it_is_written(string oclc) =>
        Assert.Equal(["oclc:123456"], CitationMatch.Keys(new() { Oclc = oclc }));

    [Theory]
    [InlineData("10.1000/XYZ123")]
    [InlineData("doi: 10.1000/xyz123.")]
    [InlineData("https://doi.org/10.1000/xyz123")]
    [InlineData("http://dx.doi.org/10.1000%2Fxyz123")]
    public void A_doi_is_one_key_however_it_is_written(string doi) =>
        Assert.Equal(["doi:10.1000/xyz123"], CitationMatch.Keys(new() { Doi = doi }));

    [Theory]
    [InlineData("n/a")]
    [InlineData("none")]
    [InlineData("  ")]
    [InlineData("12")]
    public void A_field_without_an_identifier_in_it_falls_back_to_title_and_author(string isbn) =>
        Assert.Equal(["title:dune|frank herbert"], CitationMatch.Keys(new() { Title = "Dune", Author = "Herbert, Frank", Isbn = isbn }));

    [Theory]
    [InlineData("The Left Hand of Darkness", "Ursula K. Le Guin")]
    [InlineData("left hand of darkness /", "Le Guin, Ursula K., 1929-2018")]
    [InlineData("  LEFT   HAND: of darkness", "URSULA LE GUIN")]
    public void Title_and_author_are_one_key_however_they_are_written(string title, string author) =>
        Assert.Equal(["title:left hand of darkness|guin le ursula"], CitationMatch.Keys(new() { Title = title, Author = author }));

    [Fact]
    public void Accents_do_not_part_a_title() =>
        Assert.True(CitationMatch.SameTitle(new() { Title = "Les misérables", Author = "Hugo" }, new() { Title = "Les mise\u0301rables", Author = "Hugo" }));

    [Fact]
    public void A_citation_of_nothing_has_no_key_and_matches_nothing()
    {
        Assert.Empty(CitationMatch.Keys(new() { Author = "Hugo", Title = " - " }));
        Assert.False(CitationMatch.SameTitle(new(), new()));
    }

    [Fact]
    public void One_shared_identifier_is_enough() =>
        Assert.True(CitationMatch.SameTitle(new() { Isbn = "0306406152", Oclc = "1" }, new() { Isbn = "9780306406157", Oclc = "2", Title = "Other" }));

    [Fact]
    public void Where_one_has_an_identifier_and_the_other_has_not_the_title_does_not_count() =>
        Assert.False(CitationMatch.SameTitle(new() { Title = "Dune", Author = "Herbert" }, new() { Title = "Dune", Author = "Herbert", Isbn = "9780441172719" }));

    [Fact]
    public void Another_author_makes_another_title() =>
        Assert.False(CitationMatch.SameTitle(new() { Title = "Selected poems", Author = "Frost" }, new() { Title = "Selected poems", Author = "Auden" }));

    [Fact]
    public void Two_articles_of_one_journal_are_two_titles()
    {
        var article = new Citation { Type = CitationType.Article, Issn = "2049-3630", Title = "On lending" };

        Assert.False(CitationMatch.SameTitle(article, article with { Title = "On borrowing" }));
        Assert.True(CitationMatch.SameTitle(article, article with { Issn = "20493630", Title = "On Lending." }));
        Assert.True(CitationMatch.SameTitle(article with { Doi = "10.1000/1" }, article with { Doi = "doi:10.1000/1", Title = "Lending" }));
    }

    [Fact]
    public void A_field_of_a_hundred_thousand_characters_is_no_burden()
    {
        var flood = new string('(', 100_000) + new string('1', 100_000);

        Assert.Equal(["title:dune|"], CitationMatch.Keys(new() { Title = "Dune", Isbn = flood, Issn = flood, Oclc = flood, Doi = flood }));
    }

    [Fact]
    public void Text_that_cannot_be_normalised_is_taken_as_it_is() =>
        Assert.Single(CitationMatch.Keys(new() { Title = "broken \ud800 text" }));
}
