using System.Security.Cryptography;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>The style sheet, the script and the icon, as they lie in the assembly.</summary>
internal static class DeskAssets
{
    public static DeskAsset Style { get; } = Read("desk", ".css", "text/css; charset=utf-8");

    public static DeskAsset Script { get; } = Read("desk", ".js", "text/javascript; charset=utf-8");

    public static DeskAsset Icon { get; } = Read("icon", ".svg", "image/svg+xml");

    public static IReadOnlyList<DeskAsset> All { get; } = [Style, Script, Icon];

    private static DeskAsset Read(string name, string extension, string contentType)
    {
        using var stream = typeof(DeskAssets).Assembly.GetManifestResourceStream($"desk/{name}{extension}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        return new($"{name}.{hash}{extension}", contentType, content);
    }
}
