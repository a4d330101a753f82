using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Tests.Rota;

public class RotaValidatorTests
{
    private static readonly Citation Book = new() { Title = "Dune", Isbn = "9780441172719" };

    [Fact]
    public void A_sound_rota_has_nothing_to_find() => Assert.Empty(Validate(Book, new("CSUN"), new("CSULB")));

    [Fact]
    public void The_borrower_itself_cannot_be_asked() => Assert.Equal([(1, RotaFault.BorrowerItself)], Validate(Book, new("CSUN"), new("SFSU")));

    [Fact]
    public void Only_the_second_naming_of_a_partner_is_unusable() =>
        Assert.Equal([(1, RotaFault.NamedTwice), (3, RotaFault.NamedTwice)], Validate(Book, new("CSUN"), new("CSUN"), new("CSULB"), new("CSUN")));

    [Fact]
    public void Codes_are_compared_ordinally() => Assert.Empty(Validate(Book, new("CSUN"), new("csun"), new("sfsu")));

    [Fact]
    public void An_inactive_partner_cannot_be_asked() => Assert.Equal([(0, RotaFault.Inactive)], Validate(Book, new Partner("CSUN") { IsActive = false }));

    [Fact]
    public void A_code_that_the_directory_does_not_know_cannot_be_asked()
    {
        var finding = Assert.Single(RotaValidator.Validate("SFSU", Book, [("NOWHERE", null)]));

        Assert.Equal(new RotaFinding(0, "NOWHERE", RotaFault.Unknown, "The partner directory does not know it."), finding);
    }

    [Theory]
    [InlineData(RequestFormat.Physical, CitationType.Book, Supplies.Physical, null)]
    [InlineData(RequestFormat.Physical, CitationType.Book, Supplies.Digital, RotaFault.SuppliesNoPhysicalItems)]
    [InlineData(RequestFormat.Physical, CitationType.Article, Supplies.Physical, RotaFault.SuppliesNoFiles)]
    [InlineData(RequestFormat.Physical, CitationType.Article, Supplies.Digital, null)]
    [InlineData(RequestFormat.Digital, CitationType.Book, Supplies.Physical, RotaFault.SuppliesNoFiles)]
    [InlineData(RequestFormat.Digital, CitationType.Book, Supplies.Digital, null)]
    [InlineData(RequestFormat.Digital, CitationType.Article, Supplies.PhysicalAndDigital, null)]
    [InlineData(RequestFormat.Digital, CitationType.Article, Supplies.None, RotaFault.SuppliesNoFiles)]
    [InlineData(RequestFormat.Physical, CitationType.Book, Supplies.None, RotaFault.SuppliesNoPhysicalItems)]
    public void A_partner_must_supply_the_form_that_is_wanted(RequestFormat format, CitationType type, Supplies supplies, RotaFault? expected)
    {
        var findings = Validate(new() { Title = "Dune", Format = format, Type = type }, new Partner("CSUN") { Supplies = supplies });

        Assert.Equal(expected is { } fault ? [(0, fault)] : [], findings);
    }

    [Fact]
    public void Reasons_stand_beside_their_entries_and_are_null_for_good_ones()
    {
        var reasons = RotaValidator.Check("SFSU", Book, [("CSUN", new("CSUN")), ("SFSU", new("SFSU")), ("X", null), ("CSULB", new("CSULB"))]);

        Assert.Equal([null, "It is the borrowing library itself.", "The partner directory does not know it.", null], reasons);
    }

    [Fact]
    public void Every_fault_has_words() =>
        Assert.All(Enum.GetValues<RotaFault>(), fault => Assert.EndsWith(".", RotaValidator.InWords(fault), StringComparison.Ordinal));

    private static IEnumerable<(int, RotaFault)> Validate(Citation citation, params Partner[] partners) =>
        RotaValidator.Validate("SFSU", citation, [.. partners.Select(partner => (partner.Code, (Partner?)partner))])
            .Select(finding => (finding.Position, finding.Fault));
}
