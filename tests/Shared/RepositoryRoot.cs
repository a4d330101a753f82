namespace BorrowingWorkflow.Tests.Shared;

/// <summary>Finds the top folder of the checkout that the tests were built from.</summary>
internal static class RepositoryRoot
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The folder that holds BorrowingWorkflow.sln, as a full path.</summary>
    public static string Path => Found.Value;

    /// <summary>A path below the top folder, as a full path.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "BorrowingWorkflow.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"BorrowingWorkflow.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
