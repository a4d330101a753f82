using System.Text.Json;
using BorrowingWorkflow.Testing.Transports;

namespace BorrowingWorkflow.Testing.Tests.Transports;

/// <summary>The peer at the other end of a wire that carries JSON. Safe for any number of threads.</summary>
internal sealed class WirePeer
{
    private readonly Lock _lock = new();
    private readonly List<PeerMessage> _received = [];
    private readonly HashSet<string> _requests = [];
    private readonly List<(int Call, WireWord Word)> _held = [];

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

    /// <summary>Takes a letter; the answers that come at once.</summary>
    /// <exception cref="IOException">There is no connection.</exception>
    public IReadOnlyList<(int Call, WireWord Word)> Take(byte[] json)
    {
        lock (_lock)
        {
            if (Behaviour == PeerBehaviour.BeUnreachable)
            {
                throw new IOException("No connection.");
            }

            var letter = JsonSerializer.Deserialize<WireLetter>(json)!;
            var word = letter.IsQuestion && !_requests.Contains(letter.Request) ? WireWord.No : WireWord.Yes;
            if (!letter.IsQuestion && Behaviour != PeerBehaviour.Refuse)
            {
                _received.Add(new(letter.Request, letter.Id, letter.Date, letter.Text));
                if (letter.IsRequest)
                {
                    _requests.Add(letter.Request);
                }
            }

            switch (Behaviour)
            {
                case PeerBehaviour.Accept:
                    return [(letter.Call, word)];
                case PeerBehaviour.RepeatAnswers:
                    return [(letter.Call, word), (letter.Call, word)];
                case PeerBehaviour.Refuse:
                    return [(letter.Call, WireWord.Refused)];
                case PeerBehaviour.TalkNonsense:
                    return [(letter.Call, WireWord.Gibberish)];
                case PeerBehaviour.AnswerLate:
                    _held.Add((letter.Call, word));
                    return [];
                default:
                    return [];
            }
        }
    }

    /// <summary>What was held back.</summary>
    public IReadOnlyList<(int Call, WireWord Word)> Release()
    {
        lock (_lock)
        {
            (int, WireWord)[] held = [.. _held];
            _held.Clear();
            return held;
        }
    }
}
