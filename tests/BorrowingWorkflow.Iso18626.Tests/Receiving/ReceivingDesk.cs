using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Fakes;
using Microsoft.Extensions.Logging.Testing;

namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

/// <summary>A borrower in memory, with the receiver in front of it and the partners CSUN, CHICO and SJSU.</summary>
internal sealed class ReceivingDesk : IAsyncDisposable
{
    private static readonly string[] Codes = ["CSUN", "CHICO", "SJSU"];

    public ReceivingDesk(Dialect? dialect = null, IWorkflowStore? store = null, Func<IBorrowingWorkflow, IBorrowingWorkflow>? between = null)
    {
        World = new(new() { Store = store });
        Receiver = new(
            between?.Invoke(World.Workflow) ?? World.Workflow,
            new PeerDirectory(Codes.Select(code => new Peer
            {
                Partner = code,
                Agency = FromSupplier.AgencyOf(code),
                Endpoint = new("http://localhost/"),
                Dialect = dialect ?? Dialect.Standard,
            })),
            Options,
            World.Clock,
            Logger);
    }

    public BorrowingWorld World { get; }

    public Iso18626Options Options { get; } = new() { Libraries = { ["SDSU"] = FromSupplier.Library } };

    public FakeLogger<Iso18626Receiver> Logger { get; } = new();

    public Iso18626Receiver Receiver { get; }

    public Task<Iso18626Receipt> TakeAsync(
        MessageBody body, PeerIdentity? sender = null, Iso18626Version version = Iso18626Version.V1_2) =>
        TakeAsync(Iso18626Writer.Write(new(version, body)), sender);

    public Task<Iso18626Receipt> TakeAsync(string xml, PeerIdentity? sender = null) => TakeAsync(Encoding.UTF8.GetBytes(xml), sender);

    public async Task<Iso18626Receipt> TakeAsync(byte[] bytes, PeerIdentity? sender = null)
    {
        await using var stream = new MemoryStream(bytes);
        return await Receiver.ReceiveAsync(stream, sender ?? PeerIdentity.Of("CSUN"));
    }

    /// <summary>A request that is sent or being sent to CSUN, and whose send has an unknown outcome.</summary>
    public async Task<BorrowingRequest> UncertainAsync()
    {
        var request = await World.RequestInAsync(BorrowingStatus.ReadyToBeSent);
        await World.Workflow.ExecuteAsync(new()
        {
            Request = request.Id, Trigger = Trigger.SendFailed, By = Actor.System, Partner = "CSUN", MessageId = "timed-out",
            Data = new() { Outcome = SendOutcome.Unknown },
        });
        return await World.FindAsync(request.Id);
    }

    public async Task<HistoryEvent> LastAsync(string request = "R-1") => (await World.Workflow.HistoryAsync(request))[^1];

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
