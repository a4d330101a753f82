using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

/// <summary>The desk's texts and the sources that ask for them, as they lie in the checkout.</summary>
internal static partial class DeskSources
{
    private static readonly string Folder = RepositoryRoot.Combine("src", "BorrowingWorkflow.AspNetCore", "Desk");

    /// <summary>Every source of the desk: its file's name and its text.</summary>
    public static IReadOnlyList<(string File, string Text)> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(Folder, file), File.ReadAllText(file))),
    ];

    /// <summary>The texts of a file of resources, in the file's order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string file) =>
    [
        .. XDocument.Load(Path.Combine(Folder, "Texts", file)).Root!.Elements("data")
            .Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")!.Value)),
    ];

    /// <summary>The keys that are written out where a text is asked for: <c>T["…"]</c>, <c>t[… ? "…" : "…", …]</c>.</summary>
    public static IEnumerable<(string File, string Key)> Asked() =>
        from source in All
        from Match place in Indexer().Matches(source.Text)
        where !place.Groups["first"].Value.Contains(" + ", StringComparison.Ordinal)
        from Match key in Written().Matches(place.Groups["first"].Value)
        select (source.File, key.Groups["key"].Value);

    /// <summary>The keys that come with a number: <c>Count("…", n)</c>.</summary>
    public static IEnumerable<(string File, string Key)> Counted() =>
        from source in All
        from Match place in Counting().Matches(source.Text)
        select (source.File, place.Groups["key"].Value);

    /// <summary>Words in quotation marks with dots between, which may be keys on their way to where the text is asked for.</summary>
    public static IEnumerable<(string File, string Key)> Dotted() =>
        from source in All
        from Match place in DottedWords().Matches(source.Text)
        select (source.File, place.Groups["key"].Value);

    /// <summary>What stands before the part of a key that is put in: <c>$"trigger.{…}"</c>, <c>"nav." + …</c>.</summary>
    public static IEnumerable<(string File, string Prefix)> Beginnings() =>
        from source in All
        from Match place in Beginning().Matches(source.Text)
        select (source.File, place.Groups["prefix"].Value);

    /// <summary>What a pattern's group "value" matches in one source.</summary>
    public static IReadOnlyList<string> In(string file, string pattern)
    {
        var text = All.Single(source => Path.GetFileName(source.File) == file).Text;
        string[] found = [.. Regex.Matches(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)).SelectMany(match => match.Groups["value"].Captures).Select(capture => capture.Value)];
        Assert.True(found.Length > 0, $"{file} has nothing like {pattern} any more: say anew where the keys come from.");
        return found;
    }

    [GeneratedRegex("""\b[tT]\[(?<first>[^\],]*)[\],]""", RegexOptions.None, 5000)]
    private static partial Regex Indexer();

    [GeneratedRegex("""(?<!\$)"(?<key>[a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*)"(?! *\+)""", RegexOptions.None, 5000)]
    private static partial Regex Written();

    [GeneratedRegex("""\bCount\("(?<key>[^"]+)",""", RegexOptions.None, 5000)]
    private static partial Regex Counting();

    [GeneratedRegex("""(?<![$\\])"(?<key>[a-z][a-z-]*(?:\.[A-Za-z0-9-]+)+)"(?! *\+)""", RegexOptions.None, 5000)]
    private static partial Regex DottedWords();

    [GeneratedRegex("""(?:\$"(?<prefix>[a-z][a-z.-]*)\.\{|"(?<prefix>[a-z][a-z.-]*)\." \+)""", RegexOptions.None, 5000)]
    private static partial Regex Beginning();
}
