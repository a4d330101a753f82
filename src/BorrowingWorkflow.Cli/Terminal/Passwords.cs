using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>Keeps passwords of connection strings out of messages that repeat what was called.</summary>
internal static partial class Passwords
{
    /// <summary>
    /// The message without the arguments that have a password in them. Where there is one, what could not be placed is left out too:
    /// a shell may have cut a connection string anywhere.
    /// </summary>
    public static string Hide(string message, IEnumerable<string> args, IEnumerable<string> unmatched)
    {
        var suspects = args.Where(arg => Pattern().IsMatch(arg)).ToList();
        return suspects.Count == 0
            ? message
            : suspects.Concat(unmatched).OrderByDescending(text => text.Length)
                .Aggregate(message, (text, secret) => text.Replace($"'{secret}'", "'…'", StringComparison.Ordinal));
    }

    [GeneratedRegex("(password|passwd|pwd|passphrase) *=|://", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
