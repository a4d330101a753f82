using System.Diagnostics.CodeAnalysis;

namespace BorrowingWorkflow.Relational;

/// <summary>Text as it is stored in columns: with another character for the one that PostgreSQL takes in no text, U+0000.</summary>
/// <remarks>Bodies are bytes and hold it as it is. A column that is read gives back what was written.</remarks>
internal static class SqlText
{
    // A noncharacter, which no text that is exchanged has: escapes the null, and itself.
    private const char Escape = '\uFDD0';

    /// <summary>The text to store.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text) => text is null || text.AsSpan().IndexOfAny('\0', Escape) < 0
        ? text
        : text.Replace($"{Escape}", $"{Escape}1", StringComparison.Ordinal).Replace("\0", $"{Escape}0", StringComparison.Ordinal);

    /// <summary>The text that was stored.</summary>
    public static string Read(string text) => text.Contains(Escape)
        ? text.Replace($"{Escape}0", "\0", StringComparison.Ordinal).Replace($"{Escape}1", $"{Escape}", StringComparison.Ordinal)
        : text;
}
