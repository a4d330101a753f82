using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Rota;

/// <summary>Says which templates apply to which requests. The first enabled rule that fits a request decides.</summary>
/// <param name="Name">The rule's name, as the why-log shows it.</param>
public sealed record RotaAssignmentRule(string Name)
{
    /// <summary>False where the rule, and with it every template that only it names, does not apply.</summary>
    /// <value>True.</value>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The forms that it applies to.</summary>
    /// <value>None: any.</value>
    public IReadOnlyList<RequestFormat> Formats { get; init; } = [];

    /// <summary>The kinds of citation that it applies to.</summary>
    /// <value>None: any.</value>
    public IReadOnlyList<CitationType> Types { get; init; } = [];

    /// <summary>The patron groups that it applies to, compared ordinally.</summary>
    /// <value>None: any, and patrons without a group.</value>
    public IReadOnlyList<string> PatronGroups { get; init; } = [];

    /// <summary>The codes of the borrowing libraries that it applies to.</summary>
    /// <value>None: any.</value>
    public IReadOnlyList<string> Libraries { get; init; } = [];

    /// <summary>The names of the templates, one after the other; a partner of two of them is asked at its first place.</summary>
    public IReadOnlyList<string> Templates { get; init; } = [];

    /// <summary>True where the request is one that the rule is about, whether it is enabled or not.</summary>
    public bool Fits(BorrowingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (Formats.Count == 0 || Formats.Contains(request.Citation.Format))
            && (Types.Count == 0 || Types.Contains(request.Citation.Type))
            && (PatronGroups.Count == 0 || (request.Patron?.Group is { } group && PatronGroups.Contains(group, StringComparer.Ordinal)))
            && (Libraries.Count == 0 || Libraries.Contains(request.Library, StringComparer.Ordinal));
    }
}
