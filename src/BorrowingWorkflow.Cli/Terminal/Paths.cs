namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>What the paths of a call must be to each other.</summary>
internal static class Paths
{
    /// <summary>Sees to it that no file of a call is read and written at once, or written twice.</summary>
    /// <param name="names">What the call names them, such as "FILE.csv and --db".</param>
    /// <param name="paths">The paths that were given; null and empty ones are none.</param>
    /// <exception cref="BadInputException">Two are the same file.</exception>
    public static void EnsureApart(string names, params string?[] paths)
    {
        var files = paths.OfType<string>().Where(path => path.Length > 0).Select(Path.GetFullPath).ToList();
        if (files.Distinct(StringComparer.Ordinal).Count() < files.Count)
        {
            throw new BadInputException($"{names} are different files; give each its own path.");
        }
    }
}
