namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>What many hosts put into all of their HTTP clients: it sends again what was not answered with success.</summary>
internal sealed class RepeatingHandler(bool copies = false) : DelegatingHandler
{
    public int Tries { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (copies)
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
        }

        for (Tries = 1; ; Tries++)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode || Tries == 3)
            {
                return response;
            }

            response.Dispose();
        }
    }
}
