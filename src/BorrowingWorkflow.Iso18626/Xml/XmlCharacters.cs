using System.Xml;

namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>Characters that XML 1.0 does not have: most control characters, half surrogate pairs, U+FFFE and U+FFFF.</summary>
internal static class XmlCharacters
{
    /// <summary>The text with U+FFFD for each of them.</summary>
    public static string Replaced(string text)
    {
        var bad = FirstBad(text, 0);
        if (bad < 0)
        {
            return text;
        }

        var characters = text.ToCharArray();
        for (; bad >= 0; bad = FirstBad(text, bad + 1))
        {
            characters[bad] = '\uFFFD';
        }

        return new(characters);
    }

    /// <summary>The place of the first one from a place on; -1 where there is none.</summary>
    public static int FirstBad(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]))
            {
                if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }
}
