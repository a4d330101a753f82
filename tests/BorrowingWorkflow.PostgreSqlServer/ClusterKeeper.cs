using System.Diagnostics;

namespace BorrowingWorkflow.Tests.Servers;

/// <summary>
/// The process that made a cluster's folder and takes it away, with the server in it, when this process ends, however it ends.
/// </summary>
internal sealed class ClusterKeeper : IAsyncDisposable
{
    private readonly Process _process;

    private ClusterKeeper(Process process, string folder)
    {
        _process = process;
        Folder = folder;
    }

    /// <summary>The folder: the cluster is in <c>data</c>, the server's socket and log beside it.</summary>
    public string Folder { get; }

    /// <summary>Makes a cluster.</summary>
    /// <exception cref="InvalidOperationException">initdb failed; the message has its output.</exception>
    public static async Task<ClusterKeeper> StartAsync(string binaries, string locale, string password)
    {
        var start = ServerCommand.Of("/bin/sh", "/", "-c", Script(), "keeper", binaries, Path.TrimEndingDirectorySeparator(Path.GetTempPath()), locale);
        start.Environment["BORROWING_POSTGRES_PASSWORD"] = password;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = ServerCommand.Start(start);
        if (await process.StandardOutput.ReadLineAsync() is { } folder)
        {
            return new(process, folder);
        }

        using (process)
        {
            throw new InvalidOperationException($"No PostgreSQL cluster could be made: {await process.StandardError.ReadToEndAsync()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Script()
    {
        using var reader = new StreamReader(typeof(ClusterKeeper).Assembly.GetManifestResourceStream("keeper.sh")!);
        return reader.ReadToEnd();
    }
}
