using BorrowingWorkflow.Tests.Programs;

namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>Finds an installed Chromium, or a browser that is made from it.</summary>
internal static class Chromium
{
    /// <summary>The environment variable that names the program; where it is set, no other is looked for.</summary>
    public const string Variable = "BORROWING_CHROMIUM";

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Where package managers put it, though it may not be on PATH.</summary>
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    /// <summary>How it is started: no window, and nothing that speaks to the network by itself.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    /// <summary>The program; null where there is none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Why a test in the browser cannot run here; null where it can, and in CI, where it must.</summary>
    public static string? ReasonToSkip() => InstalledPrograms.ReasonToSkip(Find(), ReasonWhyMissing());

    public static string ReasonWhyMissing() => $"needs Chromium: build/chromium.sh installs it, or {Variable} names it";

    internal static string? Find(string? named) => string.IsNullOrEmpty(named)
        ? OnPath().Concat(Places).FirstOrDefault(InstalledPrograms.Exists)
        : InstalledPrograms.Exists(named) ? named : null;

    private static IEnumerable<string> OnPath() =>
        from program in Programs
        from folder in InstalledPrograms.OnPath()
        select Path.Combine(folder, program);
}
