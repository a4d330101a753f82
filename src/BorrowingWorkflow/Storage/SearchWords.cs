using System.Globalization;
using System.Text;

namespace BorrowingWorkflow.Storage;

/// <summary>The words that a title is searched by, for those who write a store.</summary>
/// <remarks>
/// Every store makes them by this class, so that all of them find the same. A word is a run of letters and digits of any script; each
/// Chinese character is a word of its own. Words are compared without case and accents, full width and narrow letters alike.
/// Safe for any number of threads.
/// </remarks>
public static class SearchWords
{
    /// <summary>The most words that a title is found by: its first different ones.</summary>
    public const int Most = 100;

    /// <summary>The most words of a text that are looked for: its first different ones.</summary>
    public const int MostAsked = 12;

    /// <summary>The most UTF-16 characters of a word that are compared.</summary>
    public const int LongestWord = 40;

    /// <summary>The most UTF-16 characters of an identifier; what is longer is none.</summary>
    public const int LongestIdentifier = 200;

    // A title of a hundred words has a few thousand at most; what is longer is an attack or a mistake.
    private const int MostRead = 10_000;

    /// <summary>The words of a text, each once, in the order in which they come first.</summary>
    /// <param name="text">The text; null has no words.</param>
    public static IReadOnlyList<string> Of(string? text) => Of(text, Most);

    /// <summary>An identifier (ISBN, ISSN, OCLC number, DOI) as it is compared: without hyphens and spaces, in small letters.</summary>
    /// <param name="identifier">The identifier as it was given; null for none.</param>
    /// <returns>Null where nothing is left of it, or more than <see cref="LongestIdentifier"/> characters.</returns>
    public static string? Identifier(string? identifier)
    {
        if (identifier is null)
        {
            return null;
        }

        var kept = new StringBuilder();
        foreach (var character in identifier)
        {
            if (kept.Length > LongestIdentifier)
            {
                return null;
            }

            if (!char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != UnicodeCategory.DashPunctuation)
            {
                kept.Append(char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character);
            }
        }

        return kept.Length is 0 or > LongestIdentifier ? null : kept.ToString();
    }

    internal static IReadOnlyList<string> Of(string? text, int most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        List<string> words = [];
        var word = new StringBuilder(LongestWord);
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, MostRead)).EnumerateRunes())
        {
            var isWhole = IsIdeograph(character);
            if (isWhole || !IsOfWord(character))
            {
                End(words, word);
            }

            if (words.Count == most)
            {
                return words;
            }

            if (IsOfWord(character) && !LetterFolding.IsAccent(character))
            {
                LetterFolding.Append(word, character);
            }

            if (isWhole)
            {
                End(words, word);
            }
        }

        End(words, word);
        return words.Count > most ? words[..most] : words;
    }

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length == 0)
        {
            return;
        }

        var length = Math.Min(word.Length, LongestWord);
        var found = word.ToString(0, length < word.Length && char.IsHighSurrogate(word[length - 1]) ? length - 1 : length);
        word.Clear();
        if (!words.Contains(found))
        {
            words.Add(found);
        }
    }

    // Marks belong to the letter before them: the vowel signs of many scripts are marks.
    private static bool IsOfWord(Rune character) => Rune.IsLetterOrDigit(character)
        || Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsIdeograph(Rune character) => character.Value is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        && Rune.IsLetterOrDigit(character);
}
