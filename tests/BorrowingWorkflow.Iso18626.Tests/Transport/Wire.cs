using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>The transport as a host has it, a server at the other end, and a clock that only the test moves.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Wire(
        Func<RawRequest, Stream, Task<bool>>? answer = null,
        Func<Peer, Peer>? peer = null,
        Action<Iso18626Options>? options = null,
        Action<IServiceCollection>? host = null,
        RawPeer? server = null)
    {
        Server = server ?? new();
        Server.Answer = answer ?? Server.Answer;
        var reached = new Peer { Partner = "CSUN", Agency = new("ISIL", "US-CSUN"), Endpoint = Server.Endpoint, Dialect = Dialect.Standard };
        Peer = peer?.Invoke(reached) ?? reached;
        var services = new ServiceCollection();
        host?.Invoke(services);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddBorrowingWorkflow(builder => builder
            .UseInMemoryStore()
            .UseIso18626(settings =>
            {
                settings.Libraries["SDSU"] = new("ISIL", "US-SDSU");
                settings.Retries = 0;
                options?.Invoke(settings);
            })
            .AddPeer(Peer));
        _services = services.BuildServiceProvider();
    }

    public RawPeer Server { get; }

    public Peer Peer { get; }

    public FakeTimeProvider Clock { get; } = new(Sends.Decided);

    public IPartnerTransport Transport => _services.GetRequiredService<IPartnerTransport>();

    public FakeLogCollector Log => _services.GetFakeLogCollector();

    /// <summary>Every log message and its exception, of the HTTP client's too.</summary>
    public string Logged => string.Join('\n', Log.GetSnapshot().Select(record => $"{record.Category} {record.Id.Id} {record.Message} {record.Exception}"));

    public int[] EventIds => [.. Log.GetSnapshot().Select(record => record.Id.Id).Where(id => id is >= 1600 and < 1630)];

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Sends by the member that is for the effect.</summary>
    public async Task<Delivery> SendAsync(PartnerSend send, CancellationToken cancellationToken = default) => send.Effect.Kind switch
    {
        EffectKind.AskPartner => await Transport.AskAsync(send, cancellationToken),
        _ when send.Effect.IsSend => await Transport.SendRequestAsync(send, cancellationToken),
        _ => await Transport.SendMessageAsync(send, cancellationToken),
    };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
