using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Requests;

/// <summary>Brings identifiers, as people and catalogues write them, into one form. Pure; null or nothing where the text holds none.</summary>
internal static partial class Identifiers
{
    // Fields come from outside; an identifier that begins later than this is none.
    private const int LongestText = 1000;

    /// <summary>Every identifier of the citation with its kind, e.g. <c>isbn:9780306406157</c>.</summary>
    public static IReadOnlyList<string> KeysOf(Citation citation)
    {
        List<string> keys = [.. Isbns(citation.Isbn).Distinct(StringComparer.Ordinal).Select(isbn => "isbn:" + isbn)];
        Add(keys, "issn:", Issn(citation.Issn));
        Add(keys, "oclc:", Oclc(citation.Oclc));
        Add(keys, "doi:", Doi(citation.Doi));
        return keys;
    }

    /// <summary>The identifiers in a text of any kind: an OCLC number only where it has a prefix that says so.</summary>
    public static IReadOnlyList<string> KeysOf(string text)
    {
        if (Doi(text) is not null)
        {
            return KeysOf(new Citation { Doi = text });
        }

        if (OclcLabel().IsMatch(Start(text)))
        {
            return KeysOf(new Citation { Oclc = text });
        }

        return KeysOf(new Citation { Isbn = text }) is { Count: > 0 } isbns ? isbns : KeysOf(new Citation { Issn = text });
    }

    /// <summary>The ISBNs in the text, of 13 digits where they are sound: without hyphens, labels and qualifiers such as "(pbk.)".</summary>
    public static IEnumerable<string> Isbns(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield break;
        }

        var bare = IsbnLabel().Replace(Qualifier().Replace(Start(text), ";"), "");
        foreach (var part in bare.Split([';', ',', '|', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (Match run in DigitRun().Matches(part))
            {
                // One number with blanks in it, or several with a blank in between?
                var whole = Characters(run.Value);
                string[] numbers = whole.Length <= 13 ? [whole] : [.. run.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Characters)];
                foreach (var number in numbers)
                {
                    if (number.Length is >= 9 and <= 13)
                    {
                        yield return Isbn13(number);
                    }
                }
            }
        }
    }

    /// <summary>The ISSN without its hyphen.</summary>
    public static string? Issn(string? text) =>
        text is not null && IssnForm().Match(Start(text)) is { Success: true } match ? Characters(match.Value) : null;

    /// <summary>The OCLC number without prefix and leading zeros.</summary>
    public static string? Oclc(string? text) =>
        text is not null && Digits().Match(Start(text)) is { Success: true } match && match.Value.TrimStart('0') is { Length: > 0 } number ? number : null;

    /// <summary>The DOI in lower case, without the address of a resolver and without a label.</summary>
    public static string? Doi(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var start = Start(text);
        var plain = start.Contains("://", StringComparison.Ordinal) ? Uri.UnescapeDataString(start) : start;
        return DoiForm().Match(plain) is { Success: true } match ? match.Value.TrimEnd('.', ',', ';').ToLowerInvariant() : null;
    }

    private static void Add(List<string> keys, string kind, string? value)
    {
        if (value is not null)
        {
            keys.Add(kind + value);
        }
    }

    private static string Start(string text) => text.Length > LongestText ? text[..LongestText] : text;

    private static string Characters(string text) =>
        string.Concat(text.Where(character => char.IsAsciiDigit(character) || character is 'x' or 'X')).ToUpperInvariant();

    private static string Isbn13(string number)
    {
        // Before 1970 a British book had nine digits.
        var ten = number.Length == 9 ? "0" + number : number;
        if (ten.Length != 10 || !IsSoundIsbn10(ten))
        {
            // Mistyped numbers still match themselves.
            return number;
        }

        var twelve = "978" + ten[..9];
        var sum = 0;
        for (var index = 0; index < twelve.Length; index++)
        {
            sum += (twelve[index] - '0') * (index % 2 == 0 ? 1 : 3);
        }

        return twelve + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    private static bool IsSoundIsbn10(string ten)
    {
        var sum = 0;
        for (var index = 0; index < 10; index++)
        {
            var digit = ten[index] == 'X' ? 10 : ten[index] - '0';
            if (digit == 10 && index != 9)
            {
                return false;
            }

            sum += digit * (10 - index);
        }

        return sum % 11 == 0;
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"e?-?isbn([-\s]?1[03](?!\d))?\s*:?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsbnLabel();

    [GeneratedRegex(@"[0-9][0-9\p{Pd}\s]*[0-9Xx]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DigitRun();

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}[\p{Pd}\s]*[0-9]{3}[0-9Xx](?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IssnForm();

    [GeneratedRegex(@"oco?lc|^\s*oc[mn]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OclcLabel();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"10\.[0-9]{4,9}[0-9.]*/\S+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DoiForm();
}
