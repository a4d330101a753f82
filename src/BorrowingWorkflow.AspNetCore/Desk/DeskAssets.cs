using System.Security.Cryptography;
using System.Text;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>The style sheet, the script and the icon, as they lie in the assembly.</summary>
internal static class DeskAssets
{
    public static DeskAsset Style { get; } = Read("desk", ".css", "text/css; charset=utf-8", "pictures");

    public static DeskAsset Script { get; } = Read("desk", ".js", "text/javascript; charset=utf-8");

    public static DeskAsset Icon { get; } = Read("icon", ".svg", "image/svg+xml");

    public static IReadOnlyList<DeskAsset> All { get; } = [Style, Script, Icon];

    private static DeskAsset Read(string name, string extension, string contentType, params IEnumerable<string> more)
    {
        var whole = string.Concat(more.Prepend(name).Select(part =>
        {
            using var reader = new StreamReader(typeof(DeskAssets).Assembly.GetManifestResourceStream($"desk/{part}{extension}")!);
            return reader.ReadToEnd();
        }));

        // Indentation and comments, each a line of its own, are for those who write a style sheet.
        var lines = whole.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("/*", StringComparison.Ordinal));
        var content = Encoding.UTF8.GetBytes(extension == ".css" ? string.Concat(lines) : whole);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        return new($"{name}.{hash}{extension}", contentType, content);
    }
}
