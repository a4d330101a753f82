using System.Text;

namespace BorrowingWorkflow.Relational;

/// <summary>Where texts that begin with a text end, in the order of their UTF-8 bytes.</summary>
internal static class TextRange
{
    /// <summary>The first text after all that begin with <paramref name="prefix"/>; null where there is none.</summary>
    public static string? After(string prefix)
    {
        Rune[] characters = [.. prefix.EnumerateRunes()];
        for (var last = characters.Length - 1; last >= 0; last--)
        {
            if (characters[last].Value != 0x10FFFF)
            {
                // Half surrogate pairs are no characters.
                characters[last] = new(characters[last].Value == 0xD7FF ? 0xE000 : characters[last].Value + 1);
                return string.Concat(characters.Take(last + 1));
            }
        }

        return null;
    }
}
