using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace BorrowingWorkflow.Packages.Tests;

/// <summary>A package as it was made, to look into.</summary>
internal sealed class Nupkg
{
    private readonly XElement _metadata;

    public Nupkg(string file)
    {
        File = file;
        using var zip = ZipFile.OpenRead(file);
        // What the format itself puts into every package is left out.
        Entries = [.. zip.Entries.Select(entry => entry.FullName).Where(name => !IsOfTheFormat(name)).Order(StringComparer.Ordinal)];
        using var nuspec = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        _metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        var names = _metadata.Name.Namespace;
        Dependencies = [.. _metadata.Descendants(names + "dependency")
            .Select(one => ($"{one.Attribute("id")!.Value}", $"{one.Attribute("version")!.Value}"))];
    }

    public string File { get; }

    public IReadOnlyList<string> Entries { get; }

    public IReadOnlyList<(string Id, string Version)> Dependencies { get; }

    public string Id => this["id"]!;

    public string Version => this["version"]!;

    /// <summary>The commit of git that it was made from.</summary>
    public string? Commit => _metadata.Element(_metadata.Name.Namespace + "repository")?.Attribute("commit")?.Value;

    /// <summary>An element of the nuspec; null where there is none.</summary>
    public string? this[string element] => _metadata.Element(_metadata.Name.Namespace + element)?.Value;

    public string Text(string entry) => Encoding.UTF8.GetString(Bytes(entry)).TrimStart('\uFEFF');

    public byte[] Bytes(string entry)
    {
        using var zip = ZipFile.OpenRead(File);
        using var content = zip.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static bool IsOfTheFormat(string name) =>
        name.EndsWith(".nuspec", StringComparison.Ordinal) || name is "[Content_Types].xml" or "_rels/.rels" || name.StartsWith("package/", StringComparison.Ordinal);
}
