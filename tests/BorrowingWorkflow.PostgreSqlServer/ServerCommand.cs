using System.Diagnostics;

namespace BorrowingWorkflow.Tests.Servers;

/// <summary>Starts PostgreSQL's programs.</summary>
internal static class ServerCommand
{
    /// <summary>PostgreSQL refuses to run as root; root runs it as one of these users, whichever there is first.</summary>
    private static readonly string[] Users = ["postgres", "nobody"];

    private static readonly Lazy<string?> User = new(() => Environment.IsPrivilegedProcess ? FindUser() : null);

    /// <summary>A program in a folder, with the environment's settings for PostgreSQL clients and languages taken out.</summary>
    public static ProcessStartInfo Of(string program, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        if (User.Value is { } user)
        {
            start.UserName = user;
        }

        return start;
    }

    public static Process Start(ProcessStartInfo start) =>
        Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");

    private static string FindUser()
    {
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return Users.FirstOrDefault(known.Contains)
            ?? throw new InvalidOperationException($"PostgreSQL refuses to run as root, and there is no user {string.Join(" or ", Users)} to run it as.");
    }
}
