using System.Net.Http.Json;
using System.Text.Json;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Samples.Transport;

/// <summary>Sends letters as JSON by HTTP, for partners that speak no ISO 18626. Safe for any number of threads.</summary>
/// <param name="http">The client; its own time-out is longer than this transport's.</param>
/// <param name="addressOf">Where a partner takes letters.</param>
/// <param name="timeout">How long a receipt may take.</param>
/// <param name="clock">The clock that measures it.</param>
public sealed class HttpTransport(HttpClient http, Func<Partner, Uri> addressOf, TimeSpan timeout, TimeProvider clock) : IPartnerTransport
{
    #region docs:calls
    public ValueTask<Delivery> SendRequestAsync(PartnerSend send, CancellationToken cancellationToken = default) => PostAsync(send, cancellationToken);

    public ValueTask<Delivery> SendMessageAsync(PartnerSend send, CancellationToken cancellationToken = default) => PostAsync(send, cancellationToken);

    public ValueTask<Delivery> AskAsync(PartnerSend send, CancellationToken cancellationToken = default)
    {
        var request = send.Effect.Request.Value;
        var question = new Uri($"{addressOf(send.Partner)}?request={Uri.EscapeDataString(request)}");
        return ExchangeAsync(limit => http.GetAsync(question, limit), answers: request, ifUnreachable: Delivery.Unknown, cancellationToken);
    }

    private ValueTask<Delivery> PostAsync(PartnerSend send, CancellationToken cancellationToken)
    {
        var letter = Letter.Of(send);
        return ExchangeAsync(
            limit => http.PostAsJsonAsync(addressOf(send.Partner), letter, limit), answers: letter.Id, ifUnreachable: Delivery.NotDelivered, cancellationToken);
    }
    #endregion

    #region docs:exchange
    private async ValueTask<Delivery> ExchangeAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> call, string answers, Delivery ifUnreachable, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var time = new CancellationTokenSource(timeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            using var response = await call(limit.Token);
            response.EnsureSuccessStatusCode();
            var receipt = await response.Content.ReadFromJsonAsync<Receipt>(limit.Token);
            return receipt?.Id != answers ? Delivery.Unknown : receipt.IsTaken switch
            {
                true => Delivery.Delivered,
                false => Delivery.NotDelivered,
                null => Delivery.Unknown,
            };
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return ifUnreachable;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException || (failure is OperationCanceledException && time.IsCancellationRequested))
        {
            return Delivery.Unknown;
        }
    }
    #endregion
}
