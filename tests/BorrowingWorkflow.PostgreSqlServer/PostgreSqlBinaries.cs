using System.Globalization;
using System.Text.RegularExpressions;
using BorrowingWorkflow.Tests.Programs;

namespace BorrowingWorkflow.Tests.Servers;

/// <summary>Finds the programs of an installed PostgreSQL.</summary>
public static partial class PostgreSqlBinaries
{
    /// <summary>The environment variable that names the folder; where it is set, no other folder is looked at.</summary>
    public const string Variable = "BORROWING_POSTGRES_BIN";

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Where the package managers put them: a folder, and the pattern of the versions in it.</summary>
    private static readonly (string Folder, string Pattern)[] Places =
    [
        ("/usr/lib/postgresql", "*"),
        ("/usr", "pgsql-*"),
        ("/usr/libexec", "postgresql*"),
        ("/opt/homebrew/opt", "postgresql@*"),
        ("/usr/local/opt", "postgresql@*"),
        ("/usr/local", "pgsql"),
    ];

    /// <summary>The folder with initdb, pg_ctl and postgres, the first on PATH or else the newest; null where there is none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Why a test that needs PostgreSQL cannot run here; null where it can, and in CI, where it must.</summary>
    public static string? ReasonToSkip() => InstalledPrograms.ReasonToSkip(Find(), ReasonWhyMissing());

    internal static string? Find(string? named) =>
        string.IsNullOrEmpty(named) ? InstalledPrograms.OnPath().Concat(Installed()).FirstOrDefault(IsComplete) : IsComplete(named) ? named : null;

    internal static string ReasonWhyMissing() =>
        OperatingSystem.IsWindows()
            ? "needs PostgreSQL, which the tests start on Linux and macOS only"
            : $"needs PostgreSQL (initdb, pg_ctl and postgres): build/postgresql.sh installs it, or {Variable} names its folder";

    private static IEnumerable<string> Installed() =>
        from place in Places
        where Directory.Exists(place.Folder)
        from folder in Directory.EnumerateDirectories(place.Folder, place.Pattern)
        orderby Version(folder) descending
        from candidate in (string[])[Path.Combine(folder, "bin"), folder]
        select candidate;

    private static double Version(string folder) =>
        double.TryParse(VersionPattern().Match(folder).Value, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static bool IsComplete(string folder) =>
        !OperatingSystem.IsWindows() && Programs.All(program => InstalledPrograms.Exists(Path.Combine(folder, program)));

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?$")]
    private static partial Regex VersionPattern();
}
