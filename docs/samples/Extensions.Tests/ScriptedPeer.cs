using System.Net;
using System.Net.Http.Json;
using BorrowingWorkflow.Samples.Transport;
using BorrowingWorkflow.Testing.Transports;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Samples;

/// <summary>The partner's server, as the client sees it: no socket is opened. Safe for any number of threads.</summary>
internal sealed class ScriptedPeer(FakeTimeProvider clock, TimeSpan timeout) : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<PeerMessage> _received = [];
    private readonly List<TaskCompletionSource<HttpResponseMessage>> _held = [];

    public PeerBehaviour Behaviour { get; set; }

    public IReadOnlyList<PeerMessage> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>Sends the answers that were held back: nobody waits for them any more.</summary>
    public void Release() => _held.ForEach(held => held.TrySetResult(new(HttpStatusCode.OK)));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Behaviour == PeerBehaviour.BeUnreachable)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection.");
        }

        var (id, isTaken) = request.Method == HttpMethod.Get ? Look(request.RequestUri!) : Take((await request.Content!.ReadFromJsonAsync<Letter>(cancellationToken))!);
        return Behaviour switch
        {
            PeerBehaviour.Refuse => Json(new Receipt(id, request.Method == HttpMethod.Get ? null : false)),
            PeerBehaviour.Drop => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection ended."),
            PeerBehaviour.AnswerLate => await HoldAsync(cancellationToken),
            PeerBehaviour.TalkNonsense => Json(new Receipt("something else", true)),
            _ => Json(new Receipt(id, isTaken)),
        };
    }

    private (string Id, bool IsTaken) Look(Uri question)
    {
        var request = Uri.UnescapeDataString(question.Query["?request=".Length..]);
        return (request, Received.Any(message => message.Request == request));
    }

    private (string Id, bool IsTaken) Take(Letter letter)
    {
        lock (_lock)
        {
            if (Behaviour != PeerBehaviour.Refuse)
            {
                _received.Add(new(letter.Request, letter.Id, letter.At, letter.Text));
            }
        }

        return (letter.Id, true);
    }

    private async Task<HttpResponseMessage> HoldAsync(CancellationToken cancellationToken)
    {
        var held = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _held.Add(held);
        }

        clock.Advance(timeout);
        return await held.Task.WaitAsync(cancellationToken);
    }

    private static HttpResponseMessage Json(Receipt receipt) => new(HttpStatusCode.OK) { Content = JsonContent.Create(receipt) };
}
