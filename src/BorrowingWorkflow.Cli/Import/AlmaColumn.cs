namespace BorrowingWorkflow.Cli.Import;

/// <summary>Something that a column of an export of borrowing requests tells.</summary>
internal enum AlmaColumn
{
    Request,
    Status,
    StatusDate,
    Created,
    Title,
    Author,
    Isbn,
    Issn,
    Oclc,
    Doi,
    Format,
    Partner,
    DueDate,
    NeededBy,
    Library,
    Pickup,
    Patron,
    PatronGroup,
    ExternalId,
}
