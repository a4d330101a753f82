using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>Everything that one decision writes. A store writes all of it or nothing.</summary>
public sealed record RequestSave
{
    /// <summary>The request after the decision.</summary>
    public required BorrowingRequest Request { get; init; }

    /// <summary>What the decision was based on.</summary>
    public required ExpectedVersion Expected { get; init; }

    /// <summary>The input and its verdict; its revision is the request's.</summary>
    public required HistoryEvent Event { get; init; }

    /// <summary>The key under which the verdict is found when the message comes again.</summary>
    public required MessageKey Key { get; init; }

    /// <summary>What goes into the outbox.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>
    /// The ids of queued sends that are withdrawn. The decision was based on none of them being under way: where one has been leased
    /// since, the save is a conflict.
    /// </summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];

    /// <summary>Effects whose fate this input tells, settled with the save.</summary>
    public IReadOnlyList<EffectSettlement> Settled { get; init; } = [];

    /// <summary>True where the new effects other than SendRequest, RetrySend, StartLocate and RetryLocate have been carried out already, as in a replay of the past.</summary>
    public bool EffectsAreDone { get; init; }

    /// <summary>True where everything about the patron is erased: the data of earlier events, effects' texts and search terms.</summary>
    public bool ErasesPatronData { get; init; }
}
