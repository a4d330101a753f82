using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace BorrowingWorkflow.Benchmarks.ByHand;

/// <summary>
/// The workflow as a good team would write it by hand: pooled contexts, one query that also looks for a repeated message, a machine for
/// the request, one SaveChanges with a concurrency token. Tuned, it also has what it takes to know the driver well: a compiled query,
/// prepared statements, connections that are not reset, no check for threads.
/// </summary>
internal sealed class HandWorkflow : IAsyncDisposable
{
    private static readonly Func<HandContext, string, string, string, Task<Found?>> Compiled =
        EF.CompileAsyncQuery((HandContext context, string id, string sender, string message) => context.Requests.Where(row => row.Id == id)
            .Select(row => new Found(row, context.Events.Any(e => e.Request == id && e.Sender == sender && e.MessageId == message)))
            .FirstOrDefault());

    private readonly NpgsqlDataSource _source;
    private readonly PooledDbContextFactory<HandContext> _contexts;
    private readonly bool _isTuned;

    public HandWorkflow(string database, bool isTuned)
    {
        _isTuned = isTuned;
        var source = new NpgsqlDataSourceBuilder(database);
        var options = new DbContextOptionsBuilder<HandContext>();
        if (isTuned)
        {
            (source.ConnectionStringBuilder.MaxAutoPrepare, source.ConnectionStringBuilder.AutoPrepareMinUsages) = (100, 2);
            source.ConnectionStringBuilder.NoResetOnClose = true;
            options.EnableThreadSafetyChecks(false);
        }

        _source = source.Build();
        _contexts = new(options.UseNpgsql(_source).Options);
    }

    public async Task CreateAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        await context.Database.EnsureCreatedAsync();
    }

    /// <summary>Takes an input.</summary>
    /// <param name="input">What happens.</param>
    /// <param name="effects">What follows from it: it need not be worked out.</param>
    public async Task TakeAsync(WorkflowInput input, IReadOnlyList<Effect> effects)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var (id, sender, at) = (input.Request.Value, input.Partner ?? "", input.At!.Value.UtcDateTime);
        var found = _isTuned
            ? await Compiled(context, id, sender, input.MessageId)
            : await context.Requests.Where(row => row.Id == id)
                .Select(row => new Found(row, context.Events.Any(e => e.Request == id && e.Sender == sender && e.MessageId == input.MessageId)))
                .FirstOrDefaultAsync();
        if (found is { Seen: true })
        {
            return;
        }

        var request = found?.Request ?? context.Requests.Add(new() { Id = id }).Entity;
        var from = request.Status;
        var machine = EverydayMachine.Of(() => request.Status, next => request.Status = next, () => request.ActiveEntry + 1 < request.Rota.Length);
        machine.Fire(input.Trigger);
        Apply(request, input, from, at);
        context.Events.Add(new()
        {
            Request = id,
            Version = request.Version,
            Sender = sender,
            MessageId = input.MessageId,
            At = at,
            Trigger = input.Trigger,
            From = from,
            To = request.Status,
            Data = input.Data.Text ?? input.Data.Reason,
        });
        foreach (var effect in effects)
        {
            context.Effects.Add(new()
            {
                Id = effect.Id,
                Request = id,
                Name = effect.Name,
                NotBefore = effect.NotBefore.UtcDateTime,
                DoneAt = effect.IsSend ? null : at,
                Text = effect.Text,
            });
        }

        await context.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static void Apply(HandRequest request, WorkflowInput input, BorrowingStatus from, DateTime at)
    {
        var data = input.Data;
        request.Version++;
        request.EnteredAt = request.Status == from ? request.EnteredAt : at;
        request.DueDate = data.DueDate?.UtcDateTime ?? request.DueDate;
        if (input.Trigger == Trigger.Submit)
        {
            (request.Library, request.Patron, request.Pickup) = (data.Library, data.Patron, data.Pickup);
            (request.Title, request.Author, request.Isbn) = (data.Title, data.Author, data.Isbn);
        }

        if (data.Partners is { } partners)
        {
            request.Rota = [.. partners];
        }

        if (from == BorrowingStatus.RequestSentToPartner && request.Status == BorrowingStatus.ReadyToBeSent)
        {
            request.ActiveEntry++;
        }
    }

    private sealed record Found(HandRequest Request, bool Seen);
}
