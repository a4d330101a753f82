using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Tests.Partners;

public class InMemoryPartnerDirectoryTests
{
    [Fact]
    public async Task A_partner_is_found_by_its_very_code()
    {
        var directory = new InMemoryPartnerDirectory(new Partner("CSUN") { Name = "Northridge" });

        Assert.Equal("Northridge", (await directory.FindAsync("CSUN"))?.Name);
        Assert.Null(await directory.FindAsync("csun"));
    }

    [Fact]
    public async Task Inactive_partners_are_listed_too()
    {
        var directory = new InMemoryPartnerDirectory(new("CSUN"), new Partner("CSUF") { IsActive = false });
        var codes = new List<string>();

        await foreach (var partner in directory.ListAsync())
        {
            codes.Add(partner.Code);
        }

        Assert.Equal(["CSUF", "CSUN"], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_code_that_is_given_twice_is_refused_by_name() =>
        Assert.Contains("CSUN", Assert.Throws<ArgumentException>(() => new InMemoryPartnerDirectory(new("CSUN"), new("CSUN"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_open_directory_knows_every_code_and_lists_none()
    {
        var directory = new OpenPartnerDirectory();

        Assert.Equal(new Partner("ANY").Code, (await directory.FindAsync("ANY"))?.Code);
        await foreach (var partner in directory.ListAsync())
        {
            Assert.Fail($"Nobody is to be listed, not {partner.Code}.");
        }
    }

    [Fact]
    public void A_closure_includes_both_its_ends()
    {
        var closure = new Closure(new(2026, 12, 24), new(2027, 1, 1));

        Assert.Equal(
            [false, true, true, false],
            new DateOnly[] { new(2026, 12, 23), new(2026, 12, 24), new(2027, 1, 1), new(2027, 1, 2) }.Select(closure.Contains));
        Assert.Equal(new Closure(new(2027, 1, 1), new(2027, 1, 1)), Closure.On(new(2027, 1, 1)));
    }
}
