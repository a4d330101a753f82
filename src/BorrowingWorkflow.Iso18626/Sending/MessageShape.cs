using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Sending;

/// <summary>One row of the outbound mapping: what an effect becomes.</summary>
/// <param name="Kind">The effect's kind.</param>
/// <param name="Detail">The effect's detail; null for any.</param>
/// <param name="Since">The version that has it; null for both.</param>
/// <param name="RequestType">The kind of request; empty where it is no request.</param>
/// <param name="Action">The action; empty where it is a request.</param>
/// <param name="Note">The note, where the effect brings no text of its own.</param>
internal sealed record MessageShape(
    EffectKind Kind, string? Detail, Iso18626Version? Since, RequestType RequestType, MessageAction Action, string? Note)
{
    public bool IsRequest => !RequestType.IsEmpty;

    public bool Fits(Effect effect, Iso18626Version version) =>
        Kind == effect.Kind && (Detail is null || Detail == effect.Detail) && (Since is null || Since == version);
}
