using System.Collections.Frozen;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>Wants a person's yes for the requests of some patron groups. Safe for any number of threads.</summary>
/// <remarks>Copyright limits and costs are a host's own rules: an <see cref="IIntakeRule"/> that objects with <see cref="IntakeObjection.ApprovalRequired"/>.</remarks>
public sealed class PatronGroupApprovalRule : IIntakeRule
{
    private readonly FrozenSet<string> _groups;

    /// <summary>Makes a rule for the groups, compared ordinally. Patrons without a group pass.</summary>
    public PatronGroupApprovalRule(params IEnumerable<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        _groups = groups.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IntakeObjection Objection => IntakeObjection.ApprovalRequired;

    /// <inheritdoc/>
    public ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return new(submission.Patron.Group is { } group && _groups.Contains(group));
    }
}
