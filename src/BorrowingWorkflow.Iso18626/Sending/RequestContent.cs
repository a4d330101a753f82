using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Iso18626.Sending;

/// <summary>What a Request says beside its header: what is wanted, how, where to, for whom. Pure.</summary>
internal static class RequestContent
{
    public static Request Of(BorrowingRequest request, Partner partner, Peer peer, RequestType type, Iso18626Options options) => new()
    {
        BibliographicInfo = Bibliographic(request, peer.Version),
        PublicationInfo = new() { PublicationType = new(request.Citation.Type.ToString()) },
        ServiceInfo = new()
        {
            RequestType = type,
            RequestingAgencyPreviousRequestId = type == RequestType.Retry ? request.Id.Value : null,
            ServiceType = ServiceTypeOf(request.Citation),
            NeedBeforeDate = request.NeededBy is { } date ? new MessageTime(date) : null,
        },
        SupplierInfo = [new SupplierInfo { SortOrder = 1, SupplierCode = peer.Agency, SupplierDescription = Text(partner.Name) }],
        RequestedDeliveryInfo = Delivery(request, options),
        PatronInfo = options.SendPatronId && request.Patron is { } patron ? new() { PatronId = patron.Id } : null,
    };

    /// <summary>A file is a copy; a book is a loan; of an article the copy will do, and so will the volume that it is in.</summary>
    public static ServiceType ServiceTypeOf(Citation citation) =>
        citation.Format == RequestFormat.Digital ? ServiceType.Copy
        : citation.Type == CitationType.Article ? ServiceType.CopyOrLoan
        : ServiceType.Loan;

    private static BibliographicInfo Bibliographic(BorrowingRequest request, Iso18626Version version)
    {
        var citation = request.Citation;
        var isPart = citation.Type == CitationType.Article;
        string[] volumes = [.. request.Volumes.Select(volume => volume.Id)];
        return new()
        {
            Title = isPart ? null : Text(citation.Title),
            Author = isPart ? null : Text(citation.Author),
            TitleOfComponent = isPart ? Text(citation.Title) : null,
            AuthorOfComponent = isPart ? Text(citation.Author) : null,
            // 1.2 has room for one.
            Volume = volumes.Length == 0 ? [] : version == Iso18626Version.V1_2 ? [string.Join(", ", volumes)] : [.. volumes],
            BibliographicItemId = [.. ItemIds(citation)],
            BibliographicRecordId = Identifiers.Oclc(citation.Oclc) is { } oclc ? [new BibliographicRecordId("OCLC", oclc)] : [],
        };
    }

    // Bare: partners compare them character by character. What is no identifier is left out, since it would match nothing.
    private static IEnumerable<BibliographicItemId> ItemIds(Citation citation)
    {
        foreach (var isbn in Identifiers.Isbns(citation.Isbn).Distinct(StringComparer.Ordinal))
        {
            yield return new("ISBN", isbn);
        }

        if (Identifiers.Issn(citation.Issn) is { } issn)
        {
            yield return new("ISSN", $"{issn[..4]}-{issn[4..]}");
        }

        if (Identifiers.Doi(citation.Doi) is { } doi)
        {
            yield return new("DOI", doi);
        }
    }

    private static ValueList<RequestedDeliveryInfo> Delivery(BorrowingRequest request, Iso18626Options options)
    {
        if (!(request.Pickup is { } pickup && options.DeliveryAddresses.TryGetValue(pickup, out var addresses))
            && !options.DeliveryAddresses.TryGetValue(request.Library, out addresses))
        {
            return [];
        }

        var wantsFile = request.Citation.Format == RequestFormat.Digital;
        return [.. addresses
            .OrderBy(address => address.ElectronicAddress is not null == wantsFile ? 0 : 1)
            .Select((address, index) => new RequestedDeliveryInfo { SortOrder = index + 1, Address = address })];
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
