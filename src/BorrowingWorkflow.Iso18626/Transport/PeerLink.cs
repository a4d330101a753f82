using BorrowingWorkflow.Iso18626.Diagnostics;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>What is kept between the exchanges with one partner: the circuit, and until when it wants to be left alone. Thread-safe.</summary>
/// <remarks>
/// Around the whole exchange, and not in the HTTP client: whether it failed is known when the confirmation was read. Only a message of which
/// not a byte went out is tried again.
/// </remarks>
internal sealed class PeerLink
{
    private readonly ResiliencePipeline<Reply> _pipeline;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _longestRetryAfter;
    private long _leaveAloneUntil;

    public PeerLink(string partner, Iso18626Options options, TimeProvider clock, ILogger logger)
    {
        _clock = clock;
        _longestRetryAfter = options.LongestRetryAfter;
        var builder = new ResiliencePipelineBuilder<Reply> { TimeProvider = clock };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Reply>
            {
                ShouldHandle = arguments => new(arguments.Outcome.Result is { Kind: ReplyKind.NotSent, IsWorthRetrying: true }),
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        }

        _pipeline = builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Reply>
            {
                ShouldHandle = arguments => new(arguments.Outcome.Result is { IsFailure: true }),
                FailureRatio = options.CircuitFailureRatio,
                MinimumThroughput = options.CircuitThroughput,
                SamplingDuration = options.CircuitWindow,
                BreakDuration = options.CircuitBreak,
                OnOpened = _ =>
                {
                    logger.CircuitOpened(partner);
                    return default;
                },
                OnClosed = _ =>
                {
                    logger.CircuitClosed(partner);
                    return default;
                },
            })
            .Build();
    }

    public async ValueTask<Reply> ExchangeAsync(Func<CancellationToken, ValueTask<Reply>> exchange, CancellationToken cancellationToken)
    {
        if (_clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _leaveAloneUntil))
        {
            return Reply.NotSent("the partner asked to be left alone for a while");
        }

        try
        {
            var reply = await _pipeline.ExecuteAsync(exchange, cancellationToken).ConfigureAwait(false);
            if (reply.RetryAfter is { } wait && wait > TimeSpan.Zero)
            {
                var until = _clock.GetUtcNow() + (wait < _longestRetryAfter ? wait : _longestRetryAfter);
                Interlocked.Exchange(ref _leaveAloneUntil, until.UtcTicks);
            }

            return reply;
        }
        catch (BrokenCircuitException)
        {
            return Reply.NotSent("the circuit is open after failures");
        }
    }
}
