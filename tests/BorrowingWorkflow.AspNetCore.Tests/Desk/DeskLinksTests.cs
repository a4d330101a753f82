using BorrowingWorkflow.AspNetCore.Desk;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public class DeskLinksTests
{
    private static readonly DeskLinks AtDesk = new("/desk");
    private static readonly DeskLinks AtRoot = new("");

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk?said=ticked")]
    [InlineData("/desk/")]
    [InlineData("/desk/queue?q=b%C3%BCcher&order=Newest")]
    [InlineData("/desk/request?id=..%2F..%2Fetc")]
    [InlineData("/desk/request?id=R-1#notes")]
    [InlineData("/desk/queue?q=/../")]
    public void A_page_of_the_desk_is_its_own(string path) => Assert.True(AtDesk.Owns(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/other")]
    [InlineData("/desktop")]
    [InlineData("/Desk/queue")]
    [InlineData("desk")]
    [InlineData("?q=1")]
    [InlineData("//evil.example")]
    [InlineData("//evil.example/desk/")]
    [InlineData("https://evil.example/desk")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/desk\\evil")]
    [InlineData("/desk/\\evil.example")]
    [InlineData("\\\\evil.example\\desk")]
    [InlineData("/desk/\tqueue")]
    [InlineData("/desk/\r\nSet-Cookie: a=b")]
    [InlineData("/desk/\0")]
    [InlineData("/desk/\x7f")]
    [InlineData("/desk/queue?q=bücher")]
    [InlineData("/desk/a b")]
    [InlineData("/desk/../admin")]
    [InlineData("/desk/..")]
    [InlineData("/desk/./..//evil.example")]
    [InlineData("/desk/%2e%2E/admin?x=1")]
    [InlineData("/desk/.%2e#x")]
    public void Whatever_leads_elsewhere_is_not(string? path) => Assert.False(AtDesk.Owns(path));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/?said=ticked", true)]
    [InlineData("/queue", true)]
    [InlineData("", false)]
    [InlineData("?said=ticked", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/.//evil.example", false)]
    public void A_desk_at_the_root_owns_the_paths_of_its_host(string path, bool owned) => Assert.Equal(owned, AtRoot.Owns(path));

    [Theory]
    [InlineData("a&b=c", "/p?n=a%26b%3Dc")]
    [InlineData("<\"'>", "/p?n=%3C%22%27%3E")]
    [InlineData("é\r\n", "/p?n=%C3%A9%0D%0A")]
    [InlineData("#top?", "/p?n=%23top%3F")]
    [InlineData("", "/p")]
    [InlineData(null, "/p")]
    public void What_is_put_into_an_address_is_encoded(string? value, string address)
    {
        Assert.Equal(address, DeskLinks.With("/p", ("n", value)));
        Assert.Equal(address, DeskLinks.Add("/p", ("n", value)));
    }

    [Theory]
    [InlineData("/p", "/p?of=R%201&said=a")]
    [InlineData("/p?x=1", "/p?x=1&of=R%201&said=a")]
    [InlineData("/p#notes", "/p?of=R%201&said=a#notes")]
    [InlineData("/p?x=1#notes", "/p?x=1&of=R%201&said=a#notes")]
    [InlineData("/p#what?", "/p?of=R%201&said=a#what?")]
    public void Values_are_added_to_the_query_that_is_there(string path, string address) =>
        Assert.Equal(address, DeskLinks.Add(path, ("of", "R 1"), ("said", "a"), ("none", null)));

    [Fact]
    public void Every_link_that_the_desk_makes_is_its_own()
    {
        string[] made =
        [
            AtDesk.Tasks, AtDesk.Queue, AtDesk.Checks, AtDesk.Anomalies, AtDesk.Insights, AtDesk.Machine,
            AtDesk.Check("active-notes", "R/../1 é"), AtDesk.Request("//evil.example", "a b", "c\\d"), AtDesk.AnomaliesOf("x y"), AtDesk.MachineAt("Expired"),
        ];

        Assert.All(made, link => Assert.True(AtDesk.Owns(link), link));
    }
}
