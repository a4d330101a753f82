using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>Turns a save into the statements that write it. They go into one transaction, in order.</summary>
internal sealed class SavePlan(Statements statements)
{
    /// <summary>How many statements a save begins with that touch a row each, and none the row of another: a database may run them as one.</summary>
    public const int Rows = 4;

    // Boxed once: most values of a save are one of these.
    private static readonly object Zero = 0L;
    private static readonly object One = 1L;
    private static readonly object BodyVersion = (long)BorrowingRequestJson.FormatVersion;

    /// <summary>The statements of a save.</summary>
    /// <param name="save">The save.</param>
    /// <param name="earlier">Where it erases patron data: what is stored of the request, as of the revision that the save is based on.</param>
    public List<SqlCall> Of(RequestSave save, EarlierBodies? earlier = null)
    {
        List<SqlCall> calls = new(5 + save.Effects.Count + (2 * save.Withdrawn.Count) + save.Settled.Count);
        calls.Add(Request(save));
        calls.Add(Event(save.Event));
        calls.Add(new(statements.InsertInbox, Expect.OneRowChanged, [save.Key.Request.Value, SqlText.Of(save.Key.Sender), SqlText.Of(save.Key.MessageId), (long)save.Event.Revision]));
        calls.Add(save.ErasesPatronData ? new(statements.EraseSearch, Expect.Anything, [save.Request.Id.Value]) : Search(save.Request));
        foreach (var id in save.Withdrawn)
        {
            calls.Add(new(statements.WithdrawEffect, Expect.Anything, [SqlText.Of(id)]));
            calls.Add(new(statements.FindUnderWay, Expect.NothingFound, [SqlText.Of(id)]));
        }

        foreach (var effect in save.Effects)
        {
            calls.Add(Effect(effect, SaveRules.IsDoneAtOnce(save, effect)));
        }

        foreach (var settlement in save.Settled)
        {
            calls.Add(Settlement(settlement));
        }

        if (earlier is not null)
        {
            Erase(earlier, calls);
        }

        return calls;
    }

    /// <summary>The statement that settles an effect outside a save.</summary>
    public SqlCall Settlement(EffectSettlement settlement) => settlement.Outcome == EffectOutcome.Retry
        ? new(statements.RetryEffect, Expect.Anything, [SqlText.Of(settlement.Effect), Ticks.Of(settlement.RetryAt ?? settlement.At), (long?)settlement.Attempt])
        : new(statements.SettleEffect, Expect.Anything, [SqlText.Of(settlement.Effect), Ticks.Of(settlement.At), (long)settlement.Outcome]);

    private SqlCall Request(RequestSave save)
    {
        var request = save.Request;
        var summary = RequestSummary.Of(request);
        var isNew = save.Expected.IsNew;
        var values = new object?[isNew ? 18 : 19];
        values[0] = request.Id.Value;
        values[1] = SqlText.Of(summary.Library);
        values[2] = (long)summary.Status;
        values[3] = Ticks.Of(summary.EnteredAt);
        values[4] = (long)summary.Traits;
        values[5] = SqlText.Of(summary.Partner);
        values[6] = SqlText.Of(summary.Assignee);
        values[7] = SqlText.Of(summary.Pickup);
        values[8] = Ticks.Of(summary.DueDate);
        values[9] = Ticks.Of(summary.HoldExpiresAt);
        values[10] = Ticks.Of(summary.OldestNoteAt);
        values[11] = Ticks.Of(summary.OldestMessageAt);
        values[12] = summary.IsWatched ? One : Zero;
        values[13] = (long)request.Version;
        values[14] = (long)request.Revision;
        values[15] = Ticks.Of(request.NextDeadline);
        values[16] = BodyVersion;
        values[17] = BorrowingRequestJson.Serialize(request);
        if (isNew)
        {
            return new(statements.InsertRequest, Expect.OneRowChanged, values);
        }

        values[18] = (long)save.Expected.Revision;
        return new(statements.UpdateRequest, Expect.OneRowChanged, values);
    }

    private SqlCall Event(HistoryEvent item) =>
        new(statements.InsertEvent, Expect.OneRowChanged, [item.Request.Value, (long)item.Revision, BodyVersion, BorrowingRequestJson.Serialize(item)]);

    private SqlCall Effect(Effect effect, bool isDone) => new(
        statements.InsertEffect,
        Expect.OneRowChanged,
        [
            SqlText.Of(effect.Id), effect.Request.Value, (long?)effect.Entry, (long)effect.Kind, effect.IsSend ? One : Zero, SqlText.Of(effect.Name), SqlText.Of(effect.Detail),
            Ticks.Of(effect.At), Ticks.Of(effect.NotBefore), isDone ? Ticks.Of(effect.At) : null, isDone ? (long)EffectOutcome.Done : null,
            BodyVersion, BorrowingRequestJson.Serialize(effect),
        ]);

    private SqlCall Search(BorrowingRequest request)
    {
        var citation = request.Citation;
        return new(
            statements.WriteSearch,
            Expect.Anything,
            [
                request.Id.Value, SqlText.Of(request.ExternalId), SqlText.Of(citation.Title),
                SearchTerms.Words(citation.Title), SqlText.Of(request.Patron?.Id), SqlText.Of(request.Pickup), SqlText.Of(request.Assignee),
                Identifier(citation.Isbn), Identifier(citation.Issn), Identifier(citation.Oclc), Identifier(citation.Doi),
            ]);

        static string? Identifier(string? given) => SqlText.Of(SearchWords.Identifier(given));
    }

    private void Erase(EarlierBodies earlier, List<SqlCall> calls)
    {
        foreach (var item in earlier.Events)
        {
            var body = BorrowingRequestJson.Serialize(SaveRules.WithoutPatronData(item));
            calls.Add(new(statements.EraseEvent, Expect.Anything, [item.Request.Value, (long)item.Revision, BodyVersion, body]));
        }

        foreach (var effect in earlier.Effects.Where(effect => effect.Text is not null))
        {
            var body = BorrowingRequestJson.Serialize(SaveRules.WithoutPatronData(effect));
            calls.Add(new(statements.EraseEffect, Expect.Anything, [SqlText.Of(effect.Id), BodyVersion, body]));
        }
    }
}
