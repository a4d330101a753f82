namespace BorrowingWorkflow.Tests.Programs;

/// <summary>Folders outside the repository, which go with this process.</summary>
internal static class TemporaryFolders
{
    private static readonly DirectoryInfo Top = MakeTop();

    /// <summary>A new and empty folder, as a full path.</summary>
    public static string Make() => Top.CreateSubdirectory(Guid.NewGuid().ToString("n")).FullName;

    private static DirectoryInfo MakeTop()
    {
        var top = Directory.CreateTempSubdirectory("borrowing-programs-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => top.Delete(recursive: true);
        return top;
    }
}
