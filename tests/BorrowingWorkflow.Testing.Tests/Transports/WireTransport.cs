using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Testing.Transports;

namespace BorrowingWorkflow.Testing.Tests.Transports;

/// <summary>A transport as a host could write it, over a wire to a <see cref="WirePeer"/>; whole, or with one defect.</summary>
internal sealed class WireTransport(WirePeer peer, TransportCapabilities capabilities, WireDefect defect = WireDefect.None) : IPartnerTransport
{
    private readonly ConcurrentQueue<WireWord> _strays = new();
    private readonly ConcurrentDictionary<string, int> _failed = new();
    private readonly TaskCompletionSource _another = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WireLetter? _swapped;
    private bool _isBroken;
    private int _calls;
    private int _callers;

    public ValueTask<Delivery> SendRequestAsync(PartnerSend send, CancellationToken cancellationToken = default) => SendAsync(send, cancellationToken);

    public ValueTask<Delivery> SendMessageAsync(PartnerSend send, CancellationToken cancellationToken = default) => SendAsync(send, cancellationToken);

    public async ValueTask<Delivery> AskAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (defect == WireDefect.AsksBySending)
        {
            Exchange(Letter(send));
        }

        if (defect is WireDefect.DoesNotAsk || !Can(TransportCapabilities.AnswersQuestions))
        {
            return Delivery.Unknown;
        }

        await Task.Yield();
        var answer = Exchange(Letter(send) with { IsQuestion = true });
        return (defect, answer) switch
        {
            (WireDefect.AnswersYesByItself, _) or (_, WireWord.Yes) => Delivery.Delivered,
            (_, WireWord.No) or (WireDefect.TakesSilenceForNo, null) => Delivery.NotDelivered,
            _ => Delivery.Unknown,
        };
    }

    /// <summary>Answers that nobody waits for any more.</summary>
    public void Stray(IEnumerable<(int Call, WireWord Word)> answers)
    {
        foreach (var (_, word) in answers)
        {
            if (defect == WireDefect.TakesLateAnswersForOthers)
            {
                _strays.Enqueue(word);
            }
        }
    }

    private async ValueTask<Delivery> SendAsync(PartnerSend send, CancellationToken cancellationToken)
    {
        if (defect != WireDefect.IgnoresCancellation)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (await IsLeftOutAsync(send).ConfigureAwait(false))
        {
            return Delivery.Delivered;
        }

        var letter = Letter(send);
        WireWord? answer;
        try
        {
            answer = Exchange(letter);
            if (defect == WireDefect.SendsRequestsTwice && letter.IsRequest)
            {
                Exchange(letter);
            }
        }
        catch (IOException) when (defect != WireDefect.NamesThePatron)
        {
            _failed[send.Effect.Id] = 1;
            return defect == WireDefect.CallsQueuedDelivered ? Delivery.Delivered
                : Can(TransportCapabilities.TellsUnreachable) ? Delivery.NotDelivered
                : Delivery.Unknown;
        }
        catch (IOException broken)
        {
            throw new IOException($"Could not send for {send.Request.Patron!.Id}.", broken);
        }

        if (answer is null && defect == WireDefect.CallsCancelledNotDelivered)
        {
            return await UntilCancelledAsync(cancellationToken).ConfigureAwait(false);
        }

        return Judge(send, answer);
    }

    private Delivery Judge(PartnerSend send, WireWord? answer)
    {
        if (answer != WireWord.Yes)
        {
            _failed[send.Effect.Id] = 1;
            _isBroken = defect == WireDefect.StaysBrokenAfterFailures;
        }

        return (defect, answer) switch
        {
            _ when _isBroken => Delivery.Unknown,
            (_, WireWord.Yes) => Delivery.Delivered,
            (WireDefect.TakesAnyAnswerForConfirmation, not null) => Delivery.Delivered,
            (WireDefect.TakesRefusalsForConfirmations, WireWord.Refused) => Delivery.Delivered,
            (WireDefect.TakesSilenceForFailure, null) => Delivery.NotDelivered,
            (_, WireWord.Refused) when Can(TransportCapabilities.TellsRefusals) => Delivery.NotDelivered,
            _ => Delivery.Unknown,
        };
    }

    private async ValueTask<bool> IsLeftOutAsync(PartnerSend send)
    {
        switch (defect)
        {
            case WireDefect.LeavesRenewalsOut:
                return send.Effect.Kind == EffectKind.SendRenew;
            case WireDefect.LeavesRepetitionsOut:
                return send.Effect.Kind == EffectKind.RepeatSend;
            case WireDefect.TakesFailuresForDone:
                return _failed.ContainsKey(send.Effect.Id);
            case WireDefect.DropsWhatComesMeanwhile when Interlocked.Increment(ref _callers) == 1:
                await _another.Task;
                return false;
            case WireDefect.DropsWhatComesMeanwhile:
                return _another.TrySetResult();
            default:
                return false;
        }
    }

    private static async ValueTask<Delivery> UntilCancelledAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }

        return Delivery.NotDelivered;
    }

    private WireWord? Exchange(WireLetter letter)
    {
        if (defect == WireDefect.SwapsMessages)
        {
            (_swapped, letter) = _swapped is { } kept ? (null, Send(letter, kept)) : (letter, letter);
            if (_swapped is not null)
            {
                return WireWord.Yes;
            }
        }

        var answers = peer.Take(Bytes(letter));
        foreach (var answer in answers.Skip(1).Where(_ => defect == WireDefect.TakesSecondAnswersForOthers))
        {
            _strays.Enqueue(answer.Word);
        }

        return answers.Count > 0 ? answers[0].Word : _strays.TryDequeue(out var stray) ? stray : null;
    }

    /// <summary>Sends the later one first.</summary>
    private WireLetter Send(WireLetter later, WireLetter earlier)
    {
        peer.Take(Bytes(later));
        return earlier;
    }

    private WireLetter Letter(PartnerSend send)
    {
        var effect = send.Effect;
        var id = defect switch
        {
            WireDefect.MakesNewIdsEachCall => $"{effect.Id}#{_calls}",
            WireDefect.MakesNewIdsAfterFailures when _failed.ContainsKey(effect.Id) => $"{effect.Id}#{_calls}",
            WireDefect.NamesMessagesByRequest => effect.Request.Value,
            WireDefect.IgnoresRepeatOf => effect.Id,
            _ => effect.RepeatOf ?? effect.Id,
        };
        return new(Interlocked.Increment(ref _calls), false, effect.IsSend, effect.Request.Value, id, effect.At, effect.Text);
    }

    private byte[] Bytes(WireLetter letter) => defect == WireDefect.KnowsAsciiOnly && letter.Text is { } text
        ? Plain(letter with { Text = System.Text.Encoding.ASCII.GetString(System.Text.Encoding.ASCII.GetBytes(text)) })
        : Plain(letter);

    private static byte[] Plain(WireLetter letter) => JsonSerializer.SerializeToUtf8Bytes(letter, Options);

    private static JsonSerializerOptions Options { get; } = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private bool Can(TransportCapabilities capability) => (capabilities & capability) != 0;
}
