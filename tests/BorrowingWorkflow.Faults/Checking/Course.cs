using System.Collections.Immutable;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>A way in which a history can have come about: where it leads, and the effects that it leaves behind.</summary>
internal sealed record Course
{
    public BorrowingRequest? Request { get; init; }

    /// <summary>Sends whose outcome is open, each with what this course supposes: that it was leased by now, or not.</summary>
    public ImmutableArray<OpenSend> OpenSends { get; init; } = [];

    public ImmutableDictionary<string, Effect> Effects { get; init; } = ImmutableDictionary<string, Effect>.Empty;

    /// <summary>What inputs told of sends and locates.</summary>
    public ImmutableDictionary<string, EffectOutcome> Outcomes { get; init; } = ImmutableDictionary<string, EffectOutcome>.Empty;

    /// <summary>Tells courses apart that may go on differently.</summary>
    public string Fingerprint =>
        $"{Convert.ToBase64String(BorrowingRequestJson.Serialize(Request!))} {string.Join(' ', OpenSends)} {string.Join(' ', Effects.Keys.Order(StringComparer.Ordinal))}";

    /// <summary>This course and those in which some of the open sends have been leased meanwhile.</summary>
    public IEnumerable<Course> Suppositions()
    {
        var waiting = Enumerable.Range(0, OpenSends.Length).Where(i => !OpenSends[i].IsUnderWay).ToList();
        for (var chosen = 0; chosen < 1 << waiting.Count; chosen++)
        {
            var sends = OpenSends;
            for (var i = 0; i < waiting.Count; i++)
            {
                sends = (chosen & (1 << i)) == 0 ? sends : sends.SetItem(waiting[i], sends[waiting[i]] with { IsUnderWay = true });
            }

            yield return this with { OpenSends = sends };
        }
    }

    /// <summary>The course after a decision.</summary>
    public Course After(RequestSave save)
    {
        var withdrawn = save.Withdrawn.ToHashSet(StringComparer.Ordinal);
        var settled = save.Settled.Select(settlement => settlement.Effect).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Request = save.Request,
            OpenSends =
            [
                .. OpenSends.Where(send => !withdrawn.Contains(send.Effect) && !settled.Contains(send.Effect)),
                .. save.Effects.Where(effect => effect.IsSend).Select(effect => new OpenSend(effect.Id, effect.Entry!.Value, false)),
            ],
            Effects = Effects.RemoveRange(withdrawn).AddRange(save.Effects.Select(effect => KeyValuePair.Create(effect.Id, effect))),
            // What is settled stays so.
            Outcomes = Outcomes.AddRange(save.Settled.Where(settlement => !Outcomes.ContainsKey(settlement.Effect))
                .Select(settlement => KeyValuePair.Create(settlement.Effect, settlement.Outcome))),
        };
    }
}
