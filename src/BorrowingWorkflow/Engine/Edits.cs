using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>Takes what an input says about the request itself over into the request.</summary>
internal static class Edits
{
    /// <summary>True where the data change the citation.</summary>
    public static bool TouchCitation(InputData data) =>
        data is { Title: not null } or { Author: not null } or { Isbn: not null } or { Issn: not null } or { Oclc: not null } or { Doi: not null }
            or { Format: not null } or { CitationType: not null };

    /// <summary>Fills a new request.</summary>
    public static void Fill(BorrowingRequest request, InputData data)
    {
        request.Library = data.Library ?? "";
        request.Patron = data.Patron is { } patron ? new PatronReference(patron, data.PatronGroup) : null;
        request.ExternalId = data.ExternalId;
        request.Replaces = RequestId.TryParse(data.Replaces, out var replaces) ? (RequestId?)replaces : null;
        request.Volumes = [.. (data.Volumes ?? []).Distinct(StringComparer.Ordinal).Select(volume => new Volume(volume))];
        Apply(request, data);
    }

    /// <summary>Corrects a request; what is absent stays.</summary>
    /// <returns>The names of what changed; never the values.</returns>
    public static IReadOnlyList<string> Apply(BorrowingRequest request, InputData data)
    {
        var (before, pickup, neededBy) = (request.Citation, request.Pickup, request.NeededBy);
        var after = before with
        {
            Title = data.Title ?? before.Title,
            Author = data.Author ?? before.Author,
            Isbn = data.Isbn ?? before.Isbn,
            Issn = data.Issn ?? before.Issn,
            Oclc = data.Oclc ?? before.Oclc,
            Doi = data.Doi ?? before.Doi,
            Format = data.Format ?? before.Format,
            Type = data.CitationType ?? before.Type,
        };
        request.Citation = after;
        request.Pickup = data.Pickup ?? pickup;
        request.NeededBy = data.NeededBy ?? neededBy;
        return
        [
            .. Changed("title", before.Title, after.Title), .. Changed("author", before.Author, after.Author),
            .. Changed("isbn", before.Isbn, after.Isbn), .. Changed("issn", before.Issn, after.Issn),
            .. Changed("oclc", before.Oclc, after.Oclc), .. Changed("doi", before.Doi, after.Doi),
            .. Changed("format", before.Format, after.Format), .. Changed("citationType", before.Type, after.Type),
            .. Changed("pickup", pickup, request.Pickup), .. Changed("neededBy", neededBy, request.NeededBy),
        ];
    }

    private static IEnumerable<string> Changed<T>(string name, T before, T after)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after))
        {
            yield return $"Changed({name})";
        }
    }
}
