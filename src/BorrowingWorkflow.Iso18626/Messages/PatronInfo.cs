namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Who the item is for (<c>patronInfo</c>). Patron data.</summary>
public sealed record PatronInfo
{
    /// <summary>Says nothing about the patron, so that no log can.</summary>
    public override string ToString() => "(withheld)";

    /// <summary>The patron's id.</summary>
    public string? PatronId { get; init; }

    /// <summary>The family name.</summary>
    public string? Surname { get; init; }

    /// <summary>The given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>The patron's group.</summary>
    public Code? PatronType { get; init; }

    /// <summary>Whether to deliver to the patron.</summary>
    /// <value>Empty.</value>
    public YesNo SendToPatron { get; init; }

    /// <summary>The patron's addresses.</summary>
    /// <value>None.</value>
    public ValueList<Address> Address { get; init; } = [];
}
