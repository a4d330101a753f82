using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>What a save is based on: that the request is new, or exactly one revision of it. There is no "any".</summary>
/// <remarks>
/// It counts revisions, not versions: a message that is only kept and flagged raises the revision and not the version,
/// and it must not be overwritten either.
/// </remarks>
public readonly record struct ExpectedVersion
{
    private ExpectedVersion(int revision) => Revision = revision;

    /// <summary>The request does not exist yet.</summary>
    public static ExpectedVersion New => default;

    /// <summary>The revision that must be in the store; 0 for a new request.</summary>
    public int Revision { get; }

    /// <summary>True where the request must not exist yet.</summary>
    public bool IsNew => Revision == 0;

    /// <summary>Exactly this revision.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="revision"/> is less than 1.</exception>
    public static ExpectedVersion Exactly(int revision)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, 1);
        return new(revision);
    }

    /// <summary>What a save is based on that was decided from this snapshot; null for a request that did not exist.</summary>
    public static ExpectedVersion Of(BorrowingRequest? request) => request is null ? New : Exactly(request.Revision);

    /// <inheritdoc/>
    public override string ToString() => IsNew ? "no request" : $"revision {Revision}";
}
