using System.Collections.Concurrent;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>How one partner of a <see cref="ScriptedTransport"/> behaves. Without a script it takes everything and says nothing.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class PartnerScript
{
    private readonly ConcurrentDictionary<EffectKind, MessageScript> _scripts = new();

    internal PartnerScript()
    {
    }

    /// <summary>The script for the request itself: <see cref="EffectKind.SendRequest"/>, RetrySend and RepeatSend.</summary>
    public MessageScript OnRequest => On(EffectKind.SendRequest);

    /// <summary>The script for the question whether the partner has the request.</summary>
    public MessageScript OnQuestion => On(EffectKind.AskPartner);

    /// <summary>The script for one kind of message.</summary>
    public MessageScript On(EffectKind kind) => _scripts.GetOrAdd(
        kind is EffectKind.RetrySend or EffectKind.RepeatSend ? EffectKind.SendRequest : kind, static _ => new());
}
