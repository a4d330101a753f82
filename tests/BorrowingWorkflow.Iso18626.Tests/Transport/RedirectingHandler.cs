namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>Asks for each attempt where it is to go instead; null leaves it as it is.</summary>
internal sealed class RedirectingHandler(Func<Uri?> elsewhere) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = elsewhere() ?? request.RequestUri;
        return base.SendAsync(request, cancellationToken);
    }
}
