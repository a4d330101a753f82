using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Iso18626.Fuzz;

/// <summary>Makes inputs for the reader: broken, hostile and odd ones, each from its own number alone.</summary>
[SuppressMessage("Security", "CA5394", Justification = "The inputs have to come again from their numbers.")]
internal sealed partial class Mutator(int seed)
{
    private static readonly byte[][] Seeds = [.. SampleMessages.Valid.Values, .. SampleMessages.Tolerated.Values];

    private static readonly string[] Tokens =
    [
        "<![CDATA[", "]]>", "<!--", "-->", "<?x y?>", "<?xml version=\"1.0\"?>", "&#0;", "&#xD800;", "&#x10FFFF;", "&amp;", "&lol;", "&", "<", ">", "\0", "\u0001",
        "\"", "'", "</", "/>", "xmlns=\"\"", " xmlns:a=\"urn:a\"", " xmlns:xml=\"urn:x\"", " xmlns:xmlns=\"urn:x\"", " xsi:nil=\"true\"", " a:b=\"c\"", "<a:b/>", "<request>",
        "<header/>", "</header>", "<status/>", "<dueDate>never</dueDate>", "<monetaryValue>1e9</monetaryValue>", "<sortOrder>99999999999999999999</sortOrder>",
        "\uFFFE", "\uFEFF", "😀", "\r", "\r\n", "\u0085", "\u2028", "9999-12-31T24:00:00Z", "-0001-01-01T00:00:00Z", " version=\"2021-2\"", "<retryInfo/>",
    ];

    private static readonly string[] Encodings = ["utf-16", "UTF-16LE", "utf-7", "utf-32", "iso-8859-1", "windows-1252", "us-ascii", "ucs-2", "ebcdic", "x\u00e9", ""];

    /// <summary>The input of a number.</summary>
    public byte[] Make(long number)
    {
        var random = new Random(Mix(seed, number));
        if (random.Next(40) == 0)
        {
            var noise = new byte[random.Next(2_000)];
            random.NextBytes(noise);
            return noise;
        }

        var input = Pick(random, Seeds);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            input = Mutate(random, input);
        }

        return input;
    }

    // HashCode.Combine would give other numbers in every process.
    private static int Mix(int seed, long number)
    {
        var mixed = unchecked(((ulong)seed * 0x9E3779B97F4A7C15UL) + ((ulong)number * 0xBF58476D1CE4E5B9UL));
        mixed ^= mixed >> 29;
        mixed = unchecked(mixed * 0x94D049BB133111EBUL);
        return (int)((mixed >> 32) & 0x7FFFFFFF);
    }

    private static byte[] Mutate(Random random, byte[] input) => random.Next(16) switch
    {
        0 or 1 => FlipBits(random, input),
        2 => input[..random.Next(input.Length + 1)],
        3 => Splice(random, input, Pick(random, Seeds)),
        4 => Cut(random, input),
        5 => Repeat(random, input, random.Next(2, 4)),
        6 => AsText(input, text => text.Insert(random.Next(text.Length + 1), Pick(random, Tokens))),
        7 => AsText(input, text => SwapTags(random, text)),
        8 => AsText(input, text => AfterTag(random, text, Nest(Size(random, 400)))),
        9 => AsText(input, text => InTag(random, text, Attributes(random))),
        10 => AsText(input, text => AfterTag(random, text, new string('x', Size(random, 300_000)))),
        11 => AsText(input, text => Declare(random, text)),
        12 => AsText(input, text => Bomb(random) + WithoutDeclaration(text)),
        13 => Recode(random, input),
        14 => AsText(input, text => DropOrDoubleElement(random, text)),
        _ => AsText(input, text => ReplaceValue(random, text)),
    };

    private static byte[] FlipBits(Random random, byte[] input)
    {
        var output = (byte[])input.Clone();
        for (var times = random.Next(1, 6); times > 0 && output.Length > 0; times--)
        {
            output[random.Next(output.Length)] ^= (byte)(1 << random.Next(8));
        }

        return output;
    }

    private static byte[] Splice(Random random, byte[] first, byte[] second) =>
        [.. first[..random.Next(first.Length + 1)], .. second[random.Next(second.Length + 1)..]];

    private static byte[] Cut(Random random, byte[] input)
    {
        var from = random.Next(input.Length + 1);
        return [.. input[..from], .. input[random.Next(from, input.Length + 1)..]];
    }

    private static byte[] Repeat(Random random, byte[] input, int times)
    {
        var from = random.Next(input.Length + 1);
        var to = random.Next(from, input.Length + 1);
        return [.. input[..from], .. Enumerable.Repeat(input[from..to], times).SelectMany(part => part), .. input[to..]];
    }

    private static byte[] AsText(byte[] input, Func<string, string> change) => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(input)));

    private static string SwapTags(Random random, string text)
    {
        var names = Tag().Matches(text);
        if (names.Count < 2)
        {
            return text;
        }

        var (one, other) = (names[random.Next(names.Count)].Groups[1].Value, names[random.Next(names.Count)].Groups[1].Value);
        return random.Next(2) == 0
            ? text.Replace($"{one}>", $"{other}>", StringComparison.Ordinal)
            : text.Replace($"<{one}>", $"<{other}>", StringComparison.Ordinal);
    }

    private static string AfterTag(Random random, string text, string insert) => AtTagsEnd(random, text, insert, before: 0);

    private static string InTag(Random random, string text, string insert) => AtTagsEnd(random, text, insert, before: 1);

    private static string AtTagsEnd(Random random, string text, string insert, int before)
    {
        var tags = Tag().Matches(text);
        if (tags.Count == 0)
        {
            return text + insert;
        }

        var tag = tags[random.Next(tags.Count)];
        return text.Insert(tag.Index + tag.Length - before, insert);
    }

    private static string Nest(int depth) =>
        string.Concat(Enumerable.Repeat("<n>", depth)) + string.Concat(Enumerable.Repeat("</n>", depth));

    private static string Attributes(Random random) => random.Next(3) switch
    {
        0 => " huge=\"" + new string('y', Size(random, 300_000)) + "\"",
        1 => string.Concat(Enumerable.Range(0, Size(random, 300)).Select(i => string.Create(CultureInfo.InvariantCulture, $" a{i}=\"{i}\""))),
        _ => string.Concat(Enumerable.Range(0, Size(random, 300)).Select(i => string.Create(CultureInfo.InvariantCulture, $" xmlns:p{i}=\"urn:{i}\""))),
    };

    private static string Declare(Random random, string text) =>
        $"<?xml version=\"1.0\" encoding=\"{Pick(random, Encodings)}\"?>" + WithoutDeclaration(text);

    private static string WithoutDeclaration(string text) => Declaration().Replace(text, "");

    private static string Bomb(Random random) => random.Next(3) switch
    {
        0 => "<!DOCTYPE ISO18626Message [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
        1 => "<!DOCTYPE ISO18626Message SYSTEM \"file:///etc/passwd\">",
        _ => "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]>",
    };

    private static byte[] Recode(Random random, byte[] input)
    {
        var text = WithoutDeclaration(Encoding.UTF8.GetString(input));
        Encoding encoding = random.Next(4) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.BigEndianUnicode,
            2 => Encoding.UTF32,
            _ => Encoding.Latin1,
        };
        var declared = $"<?xml version=\"1.0\" encoding=\"{(random.Next(3) == 0 ? Pick(random, Encodings) : encoding.WebName)}\"?>";
        var bytes = encoding.GetBytes(declared + text);
        return random.Next(3) == 0 ? bytes : [.. encoding.Preamble, .. bytes];
    }

    private static string DropOrDoubleElement(Random random, string text)
    {
        var leaves = Leaf().Matches(text);
        if (leaves.Count == 0)
        {
            return text;
        }

        var leaf = leaves[random.Next(leaves.Count)];
        return random.Next(2) == 0
            ? text.Remove(leaf.Index, leaf.Length)
            : text.Insert(leaf.Index, string.Concat(Enumerable.Repeat(leaf.Value, Size(random, 1_200))));
    }

    private static string ReplaceValue(Random random, string text)
    {
        var leaves = Leaf().Matches(text);
        if (leaves.Count == 0)
        {
            return text;
        }

        var value = leaves[random.Next(leaves.Count)].Groups[2];
        return text.Remove(value.Index, value.Length).Insert(value.Index, Pick(random, Tokens));
    }

    // Large inputs take long and teach little, so most are small.
    private static int Size(Random random, int most) => 1 + random.Next(random.Next(8) == 0 ? most : (most / 50) + 1);

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    [GeneratedRegex("<([A-Za-z0-9]+)>")]
    private static partial Regex Tag();

    [GeneratedRegex("<([A-Za-z0-9]+)>([^<]*)</\\1>")]
    private static partial Regex Leaf();

    [GeneratedRegex("^\uFEFF?<\\?xml[^>]*\\?>\\s*")]
    private static partial Regex Declaration();
}
