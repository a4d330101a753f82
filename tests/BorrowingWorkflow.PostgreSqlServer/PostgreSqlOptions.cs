namespace BorrowingWorkflow.Tests.Servers;

/// <summary>How a server of one's own is set up.</summary>
public sealed record PostgreSqlOptions
{
    /// <summary>Whether a commit waits for the disk.</summary>
    /// <value>True: what a client was told survives.</value>
    public bool Fsync { get; init; } = true;

    /// <summary>The cluster's locale, as initdb takes it.</summary>
    /// <value>C.UTF-8, or C where the system has no such locale.</value>
    public string Locale { get; init; } = OperatingSystem.IsLinux() ? "C.UTF-8" : "C";

    /// <summary>More settings, as postgresql.conf names them; they win over the server's own.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal IEnumerable<string> AsArguments(int port, string socketFolder)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal)
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = $"{port}",
            ["unix_socket_directories"] = socketFolder,
            ["fsync"] = Fsync ? "on" : "off",
            ["shared_buffers"] = "32MB",
            ["max_connections"] = "300",
            // In the cluster's folder, so that a killed server leaves nothing in /dev/shm.
            ["dynamic_shared_memory_type"] = "mmap",
        };
        foreach (var (name, value) in Settings)
        {
            settings[name] = value;
        }

        return settings.SelectMany(setting => (string[])["-c", $"{setting.Key}={setting.Value}"]);
    }
}
