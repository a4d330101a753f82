namespace BorrowingWorkflow.Packages.Tests;

/// <summary>A project of somebody who has the SDK and the packages, and nothing of the repository.</summary>
internal sealed class Stranger
{
    private static readonly string Cache = TemporaryFolders.Make();

    private readonly PackedFeed _feed;

    private Stranger(PackedFeed feed, string name)
    {
        _feed = feed;
        Folder = Directory.CreateDirectory(Path.Combine(TemporaryFolders.Make(), name)).FullName;
    }

    /// <summary>The project's folder; its name is the project's.</summary>
    public string Folder { get; }

    private string Name => Path.GetFileName(Folder);

    /// <summary>An empty folder with a nuget.config.</summary>
    public static async Task<Stranger> ArrivesAsync(string name)
    {
        var feed = await PackedFeed.GetAsync();
        var stranger = new Stranger(feed, name);
        stranger.Write("nuget.config", Config(feed.Folder));
        return stranger;
    }

    /// <summary>A project from one of the SDK's templates, with packages that are added by their name alone.</summary>
    public static async Task<Stranger> WithAsync(string template, params IReadOnlyList<string> packages)
    {
        var stranger = await ArrivesAsync($"Stranger.{template}");
        await stranger.DotnetAsync("new", template, "--no-restore");
        foreach (var package in packages)
        {
            await stranger.AddAsync(package);
        }

        return stranger;
    }

    public Task<string> DotnetAsync(params IEnumerable<string> arguments) => ProgramRun.OutputAsync(Folder, "dotnet", arguments);

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    /// <summary>Builds the project. A warning is an error here too, but for the audit's, whose answer depends on the day.</summary>
    /// <returns>The program.</returns>
    public async Task<string> BuildAsync()
    {
        await DotnetAsync("build", "--nologo", "-v", "q", "-warnaserror", "-p:RunAnalyzers=false", "-p:NuGetAudit=false");
        return Path.Combine(Folder, "bin", "Debug", "net10.0", $"{Name}.dll");
    }

    /// <summary>Runs the program that was built, in the project's folder.</summary>
    public Task<string> RunAsync(string program) => DotnetAsync("exec", program);

    /// <summary>Ours in the version that was packed, which is a preview; others in the newest.</summary>
    private Task<string> AddAsync(string package) => _feed.Packages.Any(one => one.Id == package)
        ? DotnetAsync("add", "package", package, "--version", _feed.Version, "--no-restore")
        : DotnetAsync("add", "package", package);

    /// <summary>
    /// Ours come from the folder alone and go into a cache that no other run has, as their version is the same until the next commit.
    /// What others publish may lie in the user's cache already.
    /// </summary>
    private static string Config(string feed) =>
        $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{Cache}" />
          </config>
          <fallbackPackageFolders>
            <clear />
            {UsersCache()}
          </fallbackPackageFolders>
          <packageSources>
            <clear />
            <add key="packed" value="{feed}" />
            <add key="nuget.org" value="https://api.nuget.org/v3/index.json" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="packed">
              <package pattern="BorrowingWorkflow" />
              <package pattern="BorrowingWorkflow.*" />
            </packageSource>
            <packageSource key="nuget.org">
              <package pattern="*" />
            </packageSource>
          </packageSourceMapping>
        </configuration>
        """;

    private static string UsersCache()
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(folder) ? $"<add key=\"user\" value=\"{folder}\" />" : "";
    }
}
