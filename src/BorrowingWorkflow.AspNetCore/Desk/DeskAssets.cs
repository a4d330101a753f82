using System.Security.Cryptography;

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
        using var whole = new MemoryStream();
        foreach (var part in more.Prepend(name))
        {
            using var stream = typeof(DeskAssets).Assembly.GetManifestResourceStream($"desk/{part}{extension}")!;
            stream.CopyTo(whole);
        }

        var content = whole.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        return new($"{name}.{hash}{extension}", contentType, content);
    }
}
