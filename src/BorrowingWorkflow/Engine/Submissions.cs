using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>A submission and the data of a Submit, each as the other.</summary>
internal static class Submissions
{
    /// <summary>The submission as an input's data.</summary>
    public static InputData ToData(this Submission submission) => new()
    {
        Library = submission.Library,
        Patron = submission.Patron.Id,
        PatronGroup = submission.Patron.Group,
        Title = submission.Citation.Title,
        Author = submission.Citation.Author,
        Isbn = submission.Citation.Isbn,
        Issn = submission.Citation.Issn,
        Oclc = submission.Citation.Oclc,
        Doi = submission.Citation.Doi,
        Format = submission.Citation.Format,
        CitationType = submission.Citation.Type,
        Pickup = submission.Pickup,
        NeededBy = submission.NeededBy,
        ExternalId = submission.ExternalId,
        Volumes = submission.Volumes.Count > 0 ? submission.Volumes : null,
        OverrideDuplicate = submission.OverrideDuplicate ? true : null,
    };

    /// <summary>The data of a Submit as a submission, for the intake rules.</summary>
    public static Submission ToSubmission(this InputData data) => new()
    {
        Library = data.Library ?? "",
        Patron = new(data.Patron ?? "", data.PatronGroup),
        Citation = new()
        {
            Title = data.Title,
            Author = data.Author,
            Isbn = data.Isbn,
            Issn = data.Issn,
            Oclc = data.Oclc,
            Doi = data.Doi,
            Format = data.Format ?? RequestFormat.Physical,
            Type = data.CitationType ?? CitationType.Book,
        },
        Pickup = data.Pickup,
        NeededBy = data.NeededBy,
        ExternalId = data.ExternalId,
        Volumes = data.Volumes ?? [],
        OverrideDuplicate = data.OverrideDuplicate ?? false,
    };
}
