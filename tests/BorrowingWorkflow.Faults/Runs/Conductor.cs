using BorrowingWorkflow.Faults.Checking;
using BorrowingWorkflow.Faults.Surroundings;
using BorrowingWorkflow.Faults.Wire;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>Leads a run: hosts and load, faults, a quiet end in which everything settles, and the check.</summary>
internal sealed class Conductor : IDisposable
{
    private const int MostRounds = 500;

    // Longer than a lease, so that what a killed host had taken is free again.
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(30);

    private readonly RunOptions _options;
    private readonly IStage _stage;
    private readonly Tally _tally = new();
    private readonly Mailbox _mail;
    private readonly World _world;
    private readonly Fleet _fleet;
    private readonly Ledger _ledger;
    private readonly FaultPlan _plan;

    private Conductor(RunOptions options, IStage stage)
    {
        (_options, _stage) = (options, stage);
        _mail = new(options.Seed + 3);
        _world = new(options.Seed + 4, _mail);
        _fleet = new(stage, _world, _tally, options.Hosts);
        _ledger = new(_fleet, _world, _tally);
        _plan = new(options, _fleet, stage, _tally);
    }

    public static async Task<RunReport> RunAsync(RunOptions options, IStage stage)
    {
        using Conductor conductor = new(options, stage);
        await conductor._fleet.StartAsync();
        await conductor.BreakAsync();
        var settledAt = await conductor.SettleAsync();
        return await conductor.ReportAsync(settledAt);
    }

    public void Dispose() => _fleet.Dispose();

    private async Task BreakAsync()
    {
        Callers callers = new(_options, _fleet, _ledger, _mail, _tally);
        var calling = callers.RunAsync();
        var breaking = _plan.RunAsync();
        await await Task.WhenAny(calling, breaking);
        callers.Close();
        await _stage.HealAsync();
        _world.ClearUp();
        await calling;
    }

    /// <summary>Lets time pass until nothing is due any more; gives back the hosts' time then.</summary>
    private async Task<DateTimeOffset> SettleAsync()
    {
        var random = new Random(_options.Seed);
        await using var store = _stage.Open();
        _fleet.EndSkews();
        var offset = _fleet.FurthestOffset;
        for (var round = 0; round < MostRounds; round++)
        {
            offset += Round;
            await _fleet.SetClocksAsync(offset);
            for (var host = 0; host < _fleet.Size; host++)
            {
                await (await _fleet.HostAsync(host)).AskAsync(Order.Drain);
            }

            while (_mail.Take() is { } message)
            {
                await _ledger.GiveAsync(message, random);
                _mail.Acknowledge();
            }

            var now = TimeProvider.System.GetUtcNow() + offset;
            if (_mail.IsEmpty && (await store.BacklogAsync(now)).Deadlines == 0 && !await WaitsAsync(store))
            {
                return now;
            }
        }

        // The checker says what still waits.
        return TimeProvider.System.GetUtcNow() + offset;
    }

    private static async Task<bool> WaitsAsync(RelationalWorkflowStore store)
    {
        await foreach (var batch in store.PendingAsync())
        {
            if (batch.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<RunReport> ReportAsync(DateTimeOffset settledAt)
    {
        var unexpected = _tally.Counts.Keys.Where(name => name.StartsWith("unexpected", StringComparison.Ordinal));
        Evidence evidence = new()
        {
            Issued = _ledger.Issued,
            Acknowledged = _ledger.Acknowledged,
            ReadBack = new Dictionary<Engine.MessageKey, Engine.HistoryEvent?>(),
            Requests = new Dictionary<Requests.RequestId, Requests.BorrowingRequest>(),
            Summaries = new Dictionary<Requests.RequestId, RequestSummary>(),
            Events = [],
            Inbox = [],
            Outbox = [],
            Searchable = new HashSet<Requests.RequestId>(),
            Arrivals = _world.Arrivals,
            SettledAt = settledAt,
            Damage = [.. _ledger.Unexpected, .. unexpected, .. await _stage.DamageAsync()],
        };
        await using var store = _stage.Open();
        await using var connection = _stage.Connect();
        evidence = await EvidenceReader.ReadAsync(evidence, store, connection);
        return new(_stage.Name, _options.Seed, CountsOf(evidence), Checker.Check(evidence), evidence)
        {
            Faults = [.. _plan.Faults.Select(fault => fault.Name)],
        };
    }

    private Dictionary<string, int> CountsOf(Evidence evidence)
    {
        var counts = _tally.Counts.ToDictionary(StringComparer.Ordinal);
        foreach (var fault in _plan.Faults)
        {
            counts.TryAdd(fault.Name, 0);
        }

        foreach (var (fate, count) in _world.Fates)
        {
            counts[$"effects on their way out: {fate}"] = count;
        }

        counts["inputs acknowledged"] = evidence.Acknowledged.Count;
        counts["events stored"] = evidence.Events.Count;
        counts["requests stored"] = evidence.Requests.Count;
        counts["effects stored"] = evidence.Outbox.Count;
        counts["sends of which several attempts told an outcome"] = evidence.Events.Where(row => row.Data?.SendAttempt is not null)
            .GroupBy(row => (row.Request, row.Data!.Effect)).Count(told => told.Count() > 1);
        counts["arrivals outside"] = evidence.Arrivals.Count;
        counts["arrivals outside that were repetitions"] = evidence.Arrivals.Count - evidence.Arrivals.DistinctBy(arrival => (arrival.Port, arrival.Effect.Id)).Count();
        return counts;
    }
}
