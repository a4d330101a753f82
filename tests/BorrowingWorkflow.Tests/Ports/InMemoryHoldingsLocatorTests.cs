using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Ports;

public class InMemoryHoldingsLocatorTests
{
    private static readonly InMemoryHoldingsLocator Locator = new(new Dictionary<string, IReadOnlyCollection<string>>
    {
        ["0-306-40615-2 (pbk.)"] = ["CSUN", "CSULB"],
        ["978 0 306 40615 7"] = ["UCLA"],
        ["(OCoLC)123456"] = ["CSUF"],
        ["2049-3630"] = ["CSUN"],
        ["doi:10.1000/ABC"] = ["SJSU"],
    });

    [Fact]
    public async Task Who_holds_it_is_found_by_any_identifier_in_any_form()
    {
        Assert.Equal(["CSUN", "UCLA"], await Locate(new() { Isbn = "9780306406157" }, "CSUN", "CSUF", "UCLA"));
        Assert.Equal(["CSUF"], await Locate(new() { Isbn = "9780000000000", Oclc = "00123456" }, "CSUN", "CSUF"));
        Assert.Equal(["CSUN"], await Locate(new() { Issn = "20493630", Type = CitationType.Article, Title = "On lending" }, "CSUN", "CSUF"));
        Assert.Equal(["SJSU"], await Locate(new() { Doi = "https://doi.org/10.1000/abc" }, "SJSU"));
    }

    [Fact]
    public async Task Nobody_is_found_beyond_the_partners_that_are_asked_about() =>
        Assert.Equal(["CSULB"], await Locate(new() { Isbn = "0306406152" }, "CSULB", "CSUF"));

    [Fact]
    public async Task Nothing_is_found_without_an_identifier() => Assert.Empty(await Locate(new() { Title = "Dune" }, "CSUN"));

    [Fact]
    public void A_key_that_is_no_identifier_is_refused() =>
        Assert.Throws<ArgumentException>(() => new InMemoryHoldingsLocator(new Dictionary<string, IReadOnlyCollection<string>> { ["Dune"] = ["CSUN"] }));

    [Fact]
    public async Task A_function_may_answer()
    {
        var locator = new InMemoryHoldingsLocator((_, partner) => partner == "CSUN" ? new(partner, false, "lost") : null);

        Assert.Equal([new Holding("CSUN", false, "lost")], await locator.LocateAsync(new(), ["CSULB", "CSUN"]));
    }

    private static async Task<IEnumerable<string>> Locate(Citation citation, params string[] partners) =>
        (await Locator.LocateAsync(new() { Citation = citation }, partners)).Select(holding => holding.Partner);
}
