using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Sending;
using BorrowingWorkflow.Iso18626.Tests.Transport;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Iso18626.Tests.Mapping;

/// <summary>What a request says of what is wanted, how, where to and for whom.</summary>
public class RequestContentTests
{
    private static readonly Address Street = new() { PhysicalAddress = new() { Line1 = "5500 Campanile Drive", Locality = "San Diego", PostalCode = "92182" } };
    private static readonly Address Mail = new() { ElectronicAddress = new("Email", "ill@example.org") };

    [Fact]
    public void A_book_is_described_by_title_author_and_bare_identifiers()
    {
        var info = Of(r => r.Citation = new()
        {
            Title = " The Dispossessed ",
            Author = "Le Guin, Ursula K.",
            Isbn = "0-06-051275-X (pbk.); 978-0-06-105488-4",
            Oclc = "(OCoLC)ocm00049805501",
        }).BibliographicInfo;

        Assert.Equal(("The Dispossessed", "Le Guin, Ursula K.", null, null), (info.Title, info.Author, info.TitleOfComponent, info.AuthorOfComponent));
        Assert.Equal([new("ISBN", "9780060512750"), new("ISBN", "9780061054884")], info.BibliographicItemId);
        Assert.Equal([new("OCLC", "49805501")], info.BibliographicRecordId);
    }

    [Fact]
    public void An_article_is_a_component_and_told_by_issn_and_doi()
    {
        var request = Of(r => r.Citation = new()
        {
            Title = "On the electrodynamics of moving bodies",
            Author = "Einstein, A.",
            Issn = "ISSN 1521 3889",
            Doi = "https://doi.org/10.1002/ANDP.19053221004",
            Type = CitationType.Article,
            Format = RequestFormat.Digital,
        });

        var info = request.BibliographicInfo;
        Assert.Equal((null, null, "On the electrodynamics of moving bodies", "Einstein, A."), (info.Title, info.Author, info.TitleOfComponent, info.AuthorOfComponent));
        Assert.Equal([new("ISSN", "1521-3889"), new("DOI", "10.1002/andp.19053221004")], info.BibliographicItemId);
        Assert.Equal("Article", request.PublicationInfo!.PublicationType!.Value);
    }

    [Fact]
    public void What_is_no_identifier_is_left_out()
    {
        var info = Of(r => r.Citation = new() { Title = " ", Isbn = "unknown", Issn = "-", Oclc = "", Doi = "n/a" }).BibliographicInfo;

        Assert.Equal(new BibliographicInfo(), info);
    }

    [Theory]
    [InlineData(RequestFormat.Physical, CitationType.Book, "Loan")]
    [InlineData(RequestFormat.Physical, CitationType.Article, "CopyOrLoan")]
    [InlineData(RequestFormat.Digital, CitationType.Book, "Copy")]
    [InlineData(RequestFormat.Digital, CitationType.Article, "Copy")]
    public void The_service_follows_from_the_form_and_the_kind_of_thing(RequestFormat format, CitationType type, string service) =>
        Assert.Equal(service, Of(r => r.Citation = new() { Title = "T", Format = format, Type = type }).ServiceInfo!.ServiceType.Code);

    [Fact]
    public void The_day_until_which_it_is_needed_goes_along()
    {
        Assert.Null(Of().ServiceInfo!.NeedBeforeDate);
        Assert.Equal(Sends.Decided.AddDays(30), Of(r => r.NeededBy = Sends.Decided.AddDays(30)).ServiceInfo!.NeedBeforeDate!.Value.Value);
    }

    [Fact]
    public void Nothing_of_the_patron_and_no_note_goes_along_by_itself()
    {
        var request = Of(r => r.Notes = [new("n-1", Sends.Secret, Sends.Decided)]);

        Assert.Null(request.PatronInfo);
        Assert.Null(request.ServiceInfo!.Note);
        Assert.DoesNotContain(Sends.Patron, Written(request), StringComparison.Ordinal);
        Assert.DoesNotContain("faculty", Written(request), StringComparison.Ordinal);
    }

    [Fact]
    public void The_patrons_id_and_nothing_else_goes_along_where_the_host_allows_it()
    {
        Assert.Equal(new PatronInfo { PatronId = Sends.Patron }, Of(options: options => options.SendPatronId = true).PatronInfo);
        Assert.Null(Of(r => r.Patron = null, options => options.SendPatronId = true).PatronInfo);
    }

    [Fact]
    public void The_lender_that_is_asked_is_the_only_one_that_is_named()
    {
        var supplier = Assert.Single(Of(r => r.Rota = [.. r.Rota, new("CHICO")]).SupplierInfo);

        Assert.Equal((1, new AgencyId("ISIL", "US-CSUN"), null), (supplier.SortOrder, supplier.SupplierCode, supplier.SupplierDescription));
    }

    [Theory]
    [InlineData("BRANCH", RequestFormat.Physical, "Street,Mail")]
    [InlineData("BRANCH", RequestFormat.Digital, "Mail,Street")]
    [InlineData("ELSEWHERE", RequestFormat.Physical, "Street")]
    [InlineData(null, RequestFormat.Physical, "Street")]
    public void The_addresses_are_the_pickup_locations_else_the_librarys_those_that_fit_first(string? pickup, RequestFormat format, string expected)
    {
        var delivery = Of(
            r =>
            {
                r.Pickup = pickup;
                r.Citation = r.Citation with { Format = format };
            },
            options =>
            {
                options.DeliveryAddresses["BRANCH"] = [Mail, Street];
                options.DeliveryAddresses["SDSU"] = [Street];
            }).RequestedDeliveryInfo;

        Assert.Equal(expected.Split(','), delivery.Select(one => one.Address == Mail ? "Mail" : "Street"));
        Assert.Equal(Enumerable.Range(1, delivery.Count).Select(number => (long?)number), delivery.Select(one => one.SortOrder));
    }

    [Theory]
    [InlineData(Iso18626Version.V1_2, "v. 1, v. 2")]
    [InlineData(Iso18626Version.V2021_2, "v. 1|v. 2")]
    public void The_volumes_stand_in_one_element_or_in_several(Iso18626Version version, string expected) =>
        Assert.Equal(expected, string.Join('|', Of(r => r.Volumes = [new("v. 1"), new("v. 2")], version: version).BibliographicInfo.Volume));

    private static Request Of(
        Action<BorrowingRequest>? change = null, Action<Iso18626Options>? options = null, Iso18626Version version = Iso18626Version.V1_2)
    {
        var settings = new Iso18626Options();
        options?.Invoke(settings);
        var peer = new Peer { Partner = "CSUN", Agency = new("ISIL", "US-CSUN"), Endpoint = new("http://localhost:1/"), Version = version };
        var message = OutboundMessage.Of(Sends.Of(EffectKind.SendRequest, change: change), peer, new("ISIL", "US-SDSU"), settings);
        var read = Iso18626Reader.Read(Iso18626Writer.Write(new(version, message.Body)));
        Assert.Empty(read.Deviations);
        return Assert.IsType<Request>(read.Message!.Body);
    }

    private static string Written(Request request) => System.Text.Encoding.UTF8.GetString(Iso18626Writer.Write(new(Iso18626Version.V1_2, request)));
}
