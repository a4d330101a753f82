namespace BorrowingWorkflow.Requests;

/// <summary>What it takes to submit a request, or to save it as a draft.</summary>
public sealed record Submission
{
    /// <summary>The code of the borrowing (resource sharing) library.</summary>
    public required string Library { get; init; }

    /// <summary>Who the item is for.</summary>
    public required PatronReference Patron { get; init; }

    /// <summary>What is asked for.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Where the patron picks it up.</summary>
    /// <value>The resource sharing library itself.</value>
    public string? Pickup { get; init; }

    /// <summary>Until when the patron needs it.</summary>
    /// <value>Open.</value>
    public DateTimeOffset? NeededBy { get; init; }

    /// <summary>The id that the host or the partner network uses for the request.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The volumes that are asked for.</summary>
    /// <value>None: one item.</value>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>True where a person has looked at the possible duplicate and wants the request all the same.</summary>
    /// <value>False.</value>
    public bool OverrideDuplicate { get; init; }
}
