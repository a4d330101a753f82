namespace BorrowingWorkflow.Tests.Shared;

/// <summary>The folder <c>shared</c> beside the checkout, with reference material that is not part of the project.</summary>
internal static class SharedFolder
{
    /// <summary>The folder's full path, whether it is there or not.</summary>
    public static string Path { get; } =
        System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot.Path, "..", "shared"));

    /// <summary>A path in the folder, as a full path.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Why a test that reads <paramref name="relativePath"/> cannot run here; null where it can.</summary>
    public static string? ReasonToSkip(string relativePath)
    {
        var wanted = Combine(relativePath);
        return File.Exists(wanted) || Directory.Exists(wanted) ? null : $"reads {wanted}, which is not on this machine";
    }
}
