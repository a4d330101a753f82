using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>What a request is to look like that a <see cref="BorrowingWorld"/> makes.</summary>
public sealed record RequestDraft
{
    /// <summary>The request's id.</summary>
    /// <value>The next of and so on.</value>
    public RequestId? Id { get; init; }

    /// <summary>What is asked for, by whom.</summary>
    /// <value>A book, for a patron with an id of its own.</value>
    public Submission? Submission { get; init; }

    /// <summary>The codes of the partners in the rota, in order.</summary>
    /// <value>The first two of the world's partners.</value>
    public IReadOnlyList<string>? Partners { get; init; }
}
