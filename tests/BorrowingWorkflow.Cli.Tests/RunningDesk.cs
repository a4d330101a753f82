namespace BorrowingWorkflow.Cli.Tests;

/// <summary>A call of <c>borrowing desk</c> that goes on until it is stopped.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FirstLine _output = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private Task<int> _run = Task.FromResult(0);

    private RunningDesk()
    {
    }

    /// <summary>Where it listens, without the desk's path.</summary>
    public string Address { get; private set; } = "";

    public string Output => Terminal.Desk.Utf8.GetString(_output.ToArray());

    public string Error => _error.ToString();

    public static async Task<RunningDesk> OpenAsync(Tool tool, params string[] args)
    {
        var running = new RunningDesk();
        var desk = new Terminal.Desk(running._output, running._error) { Folder = tool.Folder };
        running._run = Program.RunAsync(["desk", "--urls", "http://127.0.0.1:0", .. args], desk, running._stop.Token);
        var first = await Task.WhenAny(running._output.Written, running._run);
        Assert.True(first == running._output.Written, running.Error);
        running.Address = running.Output.Split(' ')[1].Replace("/desk", "", StringComparison.Ordinal);
        return running;
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Address + path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _http.SendAsync(request);
    }

    /// <summary>Stops it as Ctrl+C does, and gives its exit status.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        _stop.Dispose();
    }

    private sealed class FirstLine : MemoryStream
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            _written.TrySetResult();
        }
    }
}
