namespace BorrowingWorkflow.Packages.Tests;

/// <summary>The folder with every package: those that build/test.sh has packed, else packed once for all tests of the process.</summary>
internal sealed class PackedFeed
{
    /// <summary>The environment variable by which build/test.sh names the folder.</summary>
    public const string Variable = "BORROWING_PACKAGES";

    private static readonly Lazy<Task<PackedFeed>> Packed = new(FindAsync);

    private PackedFeed(string folder)
    {
        Folder = folder;
        Packages = [.. Directory.GetFiles(folder, "*.nupkg").Order(StringComparer.Ordinal).Select(file => new Nupkg(file))];
    }

    public string Folder { get; }

    public IReadOnlyList<Nupkg> Packages { get; }

    /// <summary>The version, which all packages have in common.</summary>
    public string Version => Packages.Select(package => package.Version).Distinct().Single();

    public static Task<PackedFeed> GetAsync() => Packed.Value;

    public Nupkg Package(string id) => Packages.Single(package => package.Id == id);

    private static async Task<PackedFeed> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } packed)
        {
            return new(packed);
        }

        var folder = TemporaryFolders.Make();
        await ProgramRun.OutputAsync(
            RepositoryRoot.Path, "dotnet", "pack", "build/packages.proj", "--configuration", "Release", $"-p:PackageOutputPath={folder}");
        return new(folder);
    }
}
