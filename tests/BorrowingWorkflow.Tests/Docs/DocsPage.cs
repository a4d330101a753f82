using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Tests.Docs;

/// <summary>A page of the documentation, taken apart: its code, its links and its headings. Paths are relative to the repository, with slashes.</summary>
internal sealed partial class DocsPage
{
    private static readonly string[] CSharp = ["csharp", "cs", "c#"];

    private readonly List<(string Source, string Text, int Line)> _code = [];
    private readonly List<string> _unnamed = [];
    private readonly List<string> _links = [];
    private readonly HashSet<string> _anchors = [];

    public DocsPage(string path, string text)
    {
        Path = path;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (Fence().Match(lines[line]) is { Success: true } fence)
            {
                var mark = fence.Groups[1].Value;
                var end = Array.FindIndex(lines, line + 1, other => other.Trim().StartsWith(mark, StringComparison.Ordinal) && other.Trim().Trim(mark[0]).Length == 0);
                end = end < 0 ? lines.Length : end;
                Take(lines, line, end, fence.Groups[2].Value.Trim());
                line = end;
            }
            else if (lines[line].StartsWith("    ", StringComparison.Ordinal))
            {
                TakeIndented(lines[line], line);
            }
            else
            {
                Read(lines[line]);
            }
        }
    }

    public string Path { get; }

    /// <summary>Every page of the repository, the packages' readmes among them.</summary>
    public static IEnumerable<DocsPage> All() => Directory.GetFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories)
        .Concat(Directory.GetFiles(RepositoryRoot.Path, "*.md"))
        .Concat(Directory.GetDirectories(RepositoryRoot.Combine("src")).SelectMany(folder => Directory.GetFiles(folder, "*.md")))
        .Select(file => System.IO.Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
        .Order()
        .Select(path => new DocsPage(path, File.ReadAllText(RepositoryRoot.Combine(path))));

    /// <summary>Which C# blocks are not the code that they say they are.</summary>
    /// <param name="read">The text of a file of the repository; null where there is none.</param>
    public IEnumerable<string> WrongCode(Func<string, string?> read)
    {
        foreach (var unnamed in _unnamed)
        {
            yield return unnamed;
        }

        foreach (var (source, text, line) in _code)
        {
            var place = $"{Path}, line {line}";
            if (CodeComment().Match(source) is not { Success: true } comment)
            {
                yield return $"{place}: a C# block needs a line <!-- code: path#region --> before it.";
            }
            else if (Region(read(comment.Groups[1].Value), comment.Groups[2].Value) is not { } wanted)
            {
                yield return $"{place}: {comment.Groups[1].Value} has no region docs:{comment.Groups[2].Value}.";
            }
            else if (wanted != text)
            {
                yield return $"{place}: the block is not region docs:{comment.Groups[2].Value} of {comment.Groups[1].Value}.";
            }
        }
    }

    /// <summary>Which links into the repository lead nowhere.</summary>
    /// <param name="exists">True where there is such a file or folder.</param>
    /// <param name="find">The page at a path; null where there is none.</param>
    public IEnumerable<string> DeadLinks(Func<string, bool> exists, Func<string, DocsPage?> find)
    {
        foreach (var link in _links.Where(link => link.Contains(':', StringComparison.Ordinal)))
        {
            if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || !address.Host.Contains('.', StringComparison.Ordinal))
            {
                yield return $"{Path}: {link} is no address by https.";
            }
        }

        foreach (var link in _links.Where(link => !link.Contains(':', StringComparison.Ordinal)))
        {
            var (path, anchor) = link.Split('#', 2) is [var left, var right] ? (left, right) : (link, "");
            var target = path.Length == 0 ? Path : Resolve(path);
            if (!exists(target))
            {
                yield return $"{Path}: {link} leads nowhere.";
            }
            else if (anchor.Length > 0 && find(target) is { } page && !page._anchors.Contains(anchor))
            {
                yield return $"{Path}: {link} names no heading.";
            }
        }
    }

    private static string? Region(string? text, string name)
    {
        if (text is null)
        {
            return null;
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => line.Trim() == $"#region docs:{name}");
        var end = start < 0 ? -1 : Array.FindIndex(lines, start, line => line.Trim() == "#endregion");
        return end < 0 ? null : Dedent(lines[(start + 1)..end]);
    }

    private static string Dedent(string[] lines)
    {
        var indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..])).Trim('\n');
    }

    private void Take(string[] lines, int start, int end, string info)
    {
        var language = info.Split(' ')[0];
        if (CSharp.Contains(language, StringComparer.OrdinalIgnoreCase))
        {
            var before = lines[..start].LastOrDefault(line => line.Trim().Length > 0) ?? "";
            _code.Add((before, Dedent(lines[(start + 1)..end]), start + 1));
        }
        else if (language.Length == 0)
        {
            _unnamed.Add($"{Path}, line {start + 1}: a fenced block says which language it is in; text where it is none.");
        }
    }

    /// <summary>What is indented is a command, a message or a drawing. C# would not be looked at there.</summary>
    private void TakeIndented(string line, int number)
    {
        if (Statement().IsMatch(line))
        {
            _unnamed.Add($"{Path}, line {number + 1}: this looks like C#; put it into a fenced block with its region.");
        }
    }

    private void Read(string line)
    {
        if (Heading().Match(line) is { Success: true } heading)
        {
            var anchor = NotInAnchors().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-');
            for (var (unique, again) = (anchor, 1); !_anchors.Add(unique); again++)
            {
                unique = $"{anchor}-{again}";
            }
        }

        var text = InlineCode().Replace(line, "");
        _links.AddRange(Link().Matches(text).Select(match => match.Groups[1].Value));
        _links.AddRange(Reference().Matches(text).Select(match => match.Groups[1].Value));
    }

    private string Resolve(string link)
    {
        var parts = new List<string>(Path.Split('/')[..^1]);
        foreach (var part in link.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(@"^\s*<!-- code: ((?:tests|docs/samples)/[^#\s]+)#([\w-]+) -->\s*$")]
    private static partial Regex CodeComment();

    [GeneratedRegex(@"^\s*(`{3,}|~{3,})([^`]*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s+(?:(?:var|await|using|return|throw|public|private|internal)\b|[\w.]+[(=]).*;\s*$")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^ {0,3}\[[^\]]+\]: <?([^>\s]+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^#{1,6} (.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
