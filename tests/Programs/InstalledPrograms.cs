namespace BorrowingWorkflow.Tests.Programs;

/// <summary>Looks for programs that tests need and that the machine has to have.</summary>
internal static class InstalledPrograms
{
    /// <summary>The folders on PATH, in its order.</summary>
    public static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A link that leads nowhere exists too, and is not meant.</summary>
    public static bool Exists(string file) => File.Exists(file) && File.ResolveLinkTarget(file, returnFinalTarget: true) is not { Exists: false };

    /// <summary>Why a test that needs the program cannot run here: <paramref name="reason"/>; null where it can, and in CI, where it must.</summary>
    public static string? ReasonToSkip(string? found, string reason) => found is null && Environment.GetEnvironmentVariable("CI") != "true" ? reason : null;
}
