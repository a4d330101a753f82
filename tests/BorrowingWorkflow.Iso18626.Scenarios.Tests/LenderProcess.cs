using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BorrowingWorkflow.Iso18626.Scenarios.Tests.Lenders;
using Xunit.Sdk;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>
/// The process that lenders are in, at the tests' end: one for all worlds, which ends with the tests' own. What goes wrong there fails the
/// test with what the process said. Safe for any number of threads.
/// </summary>
internal sealed class LenderProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TimeToDie = TimeSpan.FromSeconds(5);
    private static readonly Lazy<Task<LenderProcess>> OfAllWorlds = new(() => StartAsync());

    private readonly StringBuilder _errors = new();
    private readonly HttpClient _http = new() { Timeout = Patience };
    private readonly Process _process;

    private LenderProcess(string command)
    {
        _process = new()
        {
            StartInfo = new("dotnet", ["exec", typeof(Program).Assembly.Location, command])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.AppendLine(line.Data);
            }
        };
        _process.Start();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public static Task<LenderProcess> OfAllWorldsAsync() => OfAllWorlds.Value;

    /// <summary>Starts a process of its own, and waits until it takes orders.</summary>
    public static async Task<LenderProcess> StartAsync(string command = Program.Command)
    {
        LenderProcess lenders = new(command);
        var line = await lenders.TryAsync("start", () => lenders._process.StandardOutput.ReadLineAsync().WaitAsync(Patience));
        lenders._http.BaseAddress = Uri.TryCreate(line, UriKind.Absolute, out var address) ? address : throw await lenders.LastWordsAsync("start", $"It said: {line}");
        return lenders;
    }

    /// <summary>Gives an order, and waits until it is done.</summary>
    /// <exception cref="XunitException">It went wrong there, or nothing is heard of it.</exception>
    public Task DoAsync(string order, object? with = null) => AskAsync(order, with, _ => true);

    /// <summary>Gives an order that has an answer.</summary>
    /// <exception cref="XunitException">It went wrong there, or there is no such answer.</exception>
    public Task<T> AskAsync<T>(string order, object? with = null) => AskAsync(order, with, answer => JsonSerializer.Deserialize<T>(answer, OrderJson.Options)!);

    /// <summary>The same for a caller that is not asynchronous.</summary>
    public T Ask<T>(string order, object? with = null) => Task.Run(() => AskAsync<T>(order, with)).GetAwaiter().GetResult();

    /// <summary>Closes its standard input, as the end of the tests does, and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends it as a power cut does.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync().WaitAsync(Patience);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _http.Dispose();
    }

    private Task<T> AskAsync<T>(string order, object? with, Func<string, T> read) => TryAsync(order, async () =>
    {
        using var response = await _http.PostAsJsonAsync(order, with, OrderJson.Options);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? read(answer) : throw Failure(order, $"{response.StatusCode} {answer}");
    });

    private async Task<T> TryAsync<T>(string order, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException or TimeoutException or JsonException)
        {
            throw await LastWordsAsync(order, error.Message);
        }
    }

    /// <summary>The failure of a process that has broken off, after the time to say its last words.</summary>
    private async Task<XunitException> LastWordsAsync(string order, string problem)
    {
        await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(TimeToDie, TimeProvider.System));
        return Failure(order, problem);
    }

    private XunitException Failure(string order, string problem)
    {
        var state = _process.HasExited ? $"It ended with {_process.ExitCode}" : "It runs";
        lock (_errors)
        {
            return new($"The lenders' process, asked to {order}: {problem}\n{state}; standard error: {_errors}");
        }
    }
}
