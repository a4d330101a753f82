using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>
/// A whole borrower for tests: the real engine, dispatcher and sweeper on a store, with scripted partners and a clock that only the test
/// moves. The same calls give the same course of events.
/// </summary>
/// <remarks>Not for several threads at once. Nothing runs by itself: effects, replies and deadlines are taken up while the clock is advanced.</remarks>
public sealed class BorrowingWorld : IAsyncDisposable
{
    private const int MostRounds = 10_000;

    private readonly ServiceProvider _services;
    private readonly BorrowingWorldOptions _options;
    private readonly WatchedStore _store;
    private readonly ScriptedIntake _intake = new();
    private int _requests;
    private int _messages;

    /// <summary>Makes a world.</summary>
    /// <param name="options">What it is made of; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no partner, or <see cref="BorrowingWorldOptions.Configure"/> chose a store.</exception>
    public BorrowingWorld(BorrowingWorldOptions? options = null)
    {
        _options = options ?? new();
        if (_options.Partners.Count == 0)
        {
            throw new ArgumentException("A world has at least one partner.", nameof(options));
        }

        _store = new(_options.Store ?? new InMemoryWorkflowStore());
        Clock = new(_options.Start);
        Transport = new(Clock);
        _services = Services(_options, nameof(options)).BuildServiceProvider();
    }

    /// <summary>The clock. It is moved by <see cref="AdvanceAsync"/>, so that what is due on the way happens on the way.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The partners' scripts, and what they received.</summary>
    public ScriptedTransport Transport { get; }

    /// <summary>The notices and alerts that went out.</summary>
    public InMemoryPatronNotifier Notifier { get; } = new();

    /// <summary>The local circulation.</summary>
    public InMemoryCirculation Circulation { get; } = new();

    /// <summary>The workflow.</summary>
    public IBorrowingWorkflow Workflow => Get<IBorrowingWorkflow>();

    /// <summary>The store, as the workflow sees it.</summary>
    public IWorkflowStore Store => _store;

    /// <summary>Any service of the workflow, e.g. the check runner or the anomaly scan.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The script of a partner.</summary>
    /// <param name="code">The partner's code.</param>
    public PartnerScript Partner(string code) => Transport.For(code);

    /// <summary>
    /// Makes a request and leads it to a status through the engine, by an ordinary way, at the present moment. The partner that holds it is
    /// the first of the draft that can be asked. What the way asked of the world is carried out when the clock is advanced next, by nought too.
    /// </summary>
    /// <param name="status">The status.</param>
    /// <param name="draft">What the request is to look like; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The policies that were set lead elsewhere; the message names the step.</exception>
    public async Task<BorrowingRequest> RequestInAsync(BorrowingStatus status, RequestDraft? draft = null, CancellationToken cancellationToken = default)
    {
        var id = draft?.Id ?? new RequestId($"R-{++_requests}");
        var partners = draft?.Partners ?? [.. _options.Partners.Take(2).Select(partner => partner.Code)];
        var made = await new Journey(Workflow, _intake, Clock.GetUtcNow(), id, draft?.Submission ?? Wish(id), partners)
            .ToAsync(status, cancellationToken).ConfigureAwait(false);
        var asked = made.Rota.Where(entry => entry.State is not (EntryState.Pending or EntryState.Unusable));
        foreach (var entry in made.Status == BorrowingStatus.ReadyToBeSent ? [] : asked)
        {
            Transport.Hold(id, entry.Partner);
        }

        return made;
    }

    /// <summary>Submits a request, as a patron does.</summary>
    /// <param name="draft">What it is to look like; its partners are not used, since the locate finds them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<TransitionResult> SubmitAsync(RequestDraft? draft = null, CancellationToken cancellationToken = default)
    {
        var id = draft?.Id ?? new RequestId($"R-{++_requests}");
        return Workflow.SubmitAsync(id, draft?.Submission ?? Wish(id), NextMessage(), cancellationToken: cancellationToken);
    }

    /// <summary>Staff do something.</summary>
    public ValueTask<TransitionResult> StaffAsync(RequestId request, Trigger trigger, InputData? data = null, CancellationToken cancellationToken = default) =>
        Workflow.ExecuteAsync(Input(request, trigger, Actor.Staff, null, data), cancellationToken);

    /// <summary>The patron does something.</summary>
    public ValueTask<TransitionResult> PatronAsync(RequestId request, Trigger trigger, InputData? data = null, CancellationToken cancellationToken = default) =>
        Workflow.ExecuteAsync(Input(request, trigger, Actor.Patron, null, data), cancellationToken);

    /// <summary>A partner says something.</summary>
    public ValueTask<TransitionResult> PartnerAsync(
        RequestId request, string partner, Trigger trigger, InputData? data = null, CancellationToken cancellationToken = default) =>
        Workflow.ReceiveAsync(Input(request, trigger, Actor.Partner, partner, data), cancellationToken);

    /// <summary>The request as it stands.</summary>
    /// <exception cref="RequestNotFoundException">There is no such request.</exception>
    public async ValueTask<BorrowingRequest> FindAsync(RequestId request, CancellationToken cancellationToken = default) =>
        await Workflow.FindAsync(request, cancellationToken).ConfigureAwait(false) ?? throw new RequestNotFoundException(request);

    /// <summary>
    /// Lets time pass: everything that falls due on the way happens at its own moment, in order. Deadlines first, then partners' replies,
    /// then effects, until nothing is due any more.
    /// </summary>
    /// <param name="time">How long; nought carries out what is due now.</param>
    /// <param name="cancellationToken">Ends the wait where the clock stands then.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">What is done leads to ever more to do at one moment.</exception>
    public async Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var until = Clock.GetUtcNow() + time;
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        while (NextMoment() is { } next && next < until)
        {
            Clock.SetUtcNow(next);
            await SettleAsync(cancellationToken).ConfigureAwait(false);
        }

        Clock.SetUtcNow(until);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the services; the store that was given stays open.</summary>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private DateTimeOffset? NextMoment()
    {
        var now = Clock.GetUtcNow();
        return (_store.NextAfter(now), Transport.NextReply) switch
        {
            ({ } stored, { } reply) => stored < reply ? stored : reply,
            var (stored, reply) => stored ?? reply,
        };
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var (sweeper, dispatcher) = (Get<DeadlineSweeper>(), Get<EffectDispatcher>());
        for (var round = 0; round < MostRounds; round++)
        {
            var taken = await sweeper.SweepAsync(cancellationToken).ConfigureAwait(false);
            foreach (var reply in Transport.TakeReplies())
            {
                await Workflow.ReceiveAsync(reply, cancellationToken).ConfigureAwait(false);
                taken++;
            }

            if (taken + await dispatcher.DispatchAsync(cancellationToken).ConfigureAwait(false) == 0)
            {
                return;
            }
        }

        throw new InvalidOperationException($"At {Clock.GetUtcNow():O} there was still something to do after {MostRounds} rounds.");
    }

    private ServiceCollection Services(BorrowingWorldOptions options, string parameter)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        foreach (var rule in _intake.Rules)
        {
            services.AddSingleton(rule);
        }

        services.AddBorrowingWorkflow(builder =>
        {
            options.Configure?.Invoke(builder);
            if (services.Any(service => service.ServiceType == typeof(IWorkflowStore)))
            {
                throw new ArgumentException("A world watches its store, so the store goes into its options.", parameter);
            }

            services.AddSingleton<IWorkflowStore>(_store);
            builder.UsePartners(options.Partners);
            Otherwise<IPartnerTransport>(services, Transport);
            Otherwise<IPatronNotifier>(services, Notifier);
            Otherwise<ICirculation>(services, Circulation);
            Otherwise<IHoldingsLocator>(services, new InMemoryHoldingsLocator((_, partner) => new Holding(partner)));
            Otherwise<IItemSource>(services, Circulation);
        });
        return services;
    }

    private static void Otherwise<T>(ServiceCollection services, T part)
        where T : class
    {
        if (!services.Any(service => service.ServiceType == typeof(T)))
        {
            services.AddSingleton(part);
        }
    }

    private Submission Wish(RequestId request) => new()
    {
        Library = _options.Library,
        Patron = new($"patron-of-{request}"),
        Citation = new() { Title = $"The Dispossessed, copy for {request}", Author = "Le Guin, Ursula K.", Isbn = "9780060512750" },
    };

    private WorkflowInput Input(RequestId request, Trigger trigger, Actor by, string? partner, InputData? data) =>
        new() { Request = request, Trigger = trigger, By = by, MessageId = NextMessage(), Partner = partner, Data = data ?? new() };

    private string NextMessage() => $"world/{++_messages}";
}
