using System.Net.Http.Headers;
using BorrowingWorkflow.Iso18626.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>Brings what a mock lender says to the borrower, over HTTP, one message after the other in their order.</summary>
/// <remarks>A message that does not get through is sent again, byte by byte the same, later and later, and given up after <see cref="Attempts"/> attempts.</remarks>
public sealed class MockCourier
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    private readonly MockLender _lender;
    private readonly HttpClient _http;
    private readonly Uri _borrower;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <summary>A courier of a lender's.</summary>
    /// <param name="lender">Whose messages it brings.</param>
    /// <param name="http">What it sends with; carries the lender's credentials, if there are any, and how long one message may take.</param>
    /// <param name="borrower">Where the borrower takes messages.</param>
    /// <param name="logger">Is told of what does not get through.</param>
    /// <param name="clock">The time that its waits go by; null for the system's.</param>
    public MockCourier(MockLender lender, HttpClient http, Uri borrower, ILogger<MockCourier> logger, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(lender);
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(borrower);
        ArgumentNullException.ThrowIfNull(logger);
        _lender = lender;
        _http = http;
        _borrower = borrower;
        _logger = logger;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>How often a message is tried.</summary>
    /// <value>20.</value>
    public int Attempts { get; init; } = 20;

    /// <summary>Brings out what there is, and what there will be, until it is cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            await _lender.WaitAsync(cancellationToken).ConfigureAwait(false);
            await BringDueAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Brings out what is due now, and waits for nothing else.</summary>
    /// <returns>How many messages there were.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<int> BringDueAsync(CancellationToken cancellationToken = default)
    {
        var due = _lender.TakeDue();
        foreach (var said in due)
        {
            await BringAsync(said, cancellationToken).ConfigureAwait(false);
        }

        return due.Count;
    }

    private async Task BringAsync(MockExchange said, CancellationToken cancellationToken)
    {
        var wait = FirstWait;
        for (var attempt = 1; !await TryAsync(said, attempt, cancellationToken).ConfigureAwait(false); attempt++)
        {
            if (attempt >= Attempts)
            {
                _logger.MockGaveUp(attempt);
                return;
            }

            await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
            wait = TimeSpan.FromTicks(Math.Min(2 * wait.Ticks, LongestWait.Ticks));
        }
    }

    /// <summary>True where the borrower has answered by a confirmation, whatever it says, or by an HTTP error that no repetition mends.</summary>
    private async Task<bool> TryAsync(MockExchange said, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new ReadOnlyMemoryContent(said.Bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "utf-8");
            using var response = await _http.PostAsync(_borrower, content, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                _logger.MockNotConfirmed((int)response.StatusCode, attempt);
                return (int)response.StatusCode < 500;
            }

            _lender.Confirmed(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _logger.MockNotDelivered(error.GetType().Name, attempt);
            return false;
        }
    }
}
