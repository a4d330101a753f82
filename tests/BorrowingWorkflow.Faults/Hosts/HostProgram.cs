using System.Diagnostics.Metrics;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Wire;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Faults.Hosts;

/// <summary>
/// A host: decides the inputs that it is given, and dispatches and sweeps in the background, until it is killed. It says that an input is
/// decided only after the call returned.
/// </summary>
internal sealed class HostProgram : IDisposable
{
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromMilliseconds(20);

    private readonly ConductorLink _link = new();
    private readonly ShiftedClock _clock = new();
    private readonly SemaphoreSlim _working = new(1, 1);
    private readonly IBorrowingWorkflow _workflow;
    private readonly EffectDispatcher _dispatcher;
    private readonly DeadlineSweeper _sweeper;

    private HostProgram(IWorkflowStore store, TimeSpan clockOffset)
    {
        _clock.Offset = clockOffset;
        var services = HostServices.Build(store, _clock, new(_link.CarryAsync));
        _workflow = services.GetRequiredService<IBorrowingWorkflow>();
        _dispatcher = services.GetRequiredService<EffectDispatcher>();
        _sweeper = services.GetRequiredService<DeadlineSweeper>();
    }

    public void Dispose()
    {
        _working.Dispose();
        _link.Dispose();
    }

    public static async Task RunAsync(IWorkflowStore store, TimeSpan clockOffset)
    {
        using HostProgram host = new(store, clockOffset);
        using var meters = new MeterListener { InstrumentPublished = (meter, listener) => Listen(meter, listener) };
        meters.SetMeasurementEventCallback<long>((_, _, _, _) => host._link.Say(new(0, Word.Conflict)));
        meters.Start();
        host._link.Say(new(0, Word.Ready));
        _ = Task.Run(host.WorkAsync);
        await host._link.ListenAsync(host.ObeyAsync);
    }

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (instrument is { Meter.Name: "BorrowingWorkflow", Name: "borrowing.save.conflicts" })
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            var taken = 0;
            try
            {
                taken = await TurnAsync();
            }
            catch (Exception fault)
            {
                _link.Say(new(0, Word.Trouble) { Fault = Text(fault), Passes = Passes(fault) });
            }

            if (taken == 0)
            {
                await Task.Delay(BetweenTurns, TimeProvider.System);
            }
        }
    }

    private async Task<int> TurnAsync()
    {
        await _working.WaitAsync();
        try
        {
            return await _dispatcher.DispatchAsync() + await _sweeper.SweepAsync();
        }
        finally
        {
            _working.Release();
        }
    }

    private async Task ObeyAsync(ToHost order)
    {
        try
        {
            _link.Say(await AnswerAsync(order));
        }
        catch (Exception fault)
        {
            _link.Say(new(order.Number, Word.Failed) { Fault = Text(fault), Passes = Passes(fault) });
        }
    }

    private async Task<FromHost> AnswerAsync(ToHost order)
    {
        switch (order.Order)
        {
            case Order.Decide:
                var input = order.Input!;
                var result = input.By == Actor.Partner ? await _workflow.ReceiveAsync(input) : await _workflow.ExecuteAsync(input);
                return new(order.Number, Word.Decided)
                {
                    Verdict = result.First ?? result.Verdict,
                    IsRepeat = result.Verdict == Verdict.Duplicate,
                    Status = result.Status,
                    Version = result.Version,
                    Clause = result.Verdict == Verdict.Applied || result.First == Verdict.Applied ? result.Clause : null,
                };
            case Order.Find:
                return new(order.Number, Word.Found) { Status = (await _workflow.FindAsync(order.Request!.Value))?.Status };
            case Order.SetClock:
                _clock.Offset = order.ClockOffset;
                return new(order.Number, Word.Ready);
            default:
                while (await TurnAsync() > 0)
                {
                }

                return new(order.Number, Word.Drained);
        }
    }

    private static string Text(Exception fault) => $"{fault.GetType().Name}: {fault.Message} {fault.InnerException?.Message}";

    private static bool Passes(Exception fault) => fault is StoreUnavailableException or ConcurrencyConflictException;
}
