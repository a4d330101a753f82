using System.IO.Compression;
using System.Reflection.PortableExecutable;

namespace BorrowingWorkflow.Packages.Tests;

/// <summary>What is in the packages.</summary>
public class PackageTests
{
    private const string Tool = "BorrowingWorkflow.Cli";

    private static readonly string[] Projects =
        [.. new DirectoryInfo(RepositoryRoot.Combine("src")).GetDirectories().Select(folder => folder.Name).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. Projects];

    public static TheoryData<string> Libraries => [.. Projects.Where(id => id != Tool)];

    [Fact]
    public async Task Every_project_of_src_is_a_package_and_all_have_one_version()
    {
        var feed = await PackedFeed.GetAsync();

        Assert.Equal(Projects, feed.Packages.Select(package => package.Id).Order(StringComparer.Ordinal));
        Assert.Matches(@"^\d+\.\d+\.\d+(-alpha\.0(\.\d+)?)?$", feed.Version);
    }

    [Fact]
    public async Task The_core_depends_on_three_packages()
    {
        var core = (await PackedFeed.GetAsync()).Package("BorrowingWorkflow");

        Assert.Equal(
            ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Stateless"],
            core.Dependencies.Select(one => one.Id).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task A_package_says_what_it_is(string id)
    {
        var package = (await PackedFeed.GetAsync()).Package(id);

        Assert.Equal("MIT", package["license"]);
        Assert.Equal("README.md", package["readme"]);
        Assert.Equal("icon.png", package["icon"]);
        Assert.StartsWith($"# {id}\n", package.Text("README.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("interlibrary-loan", package["tags"], StringComparison.Ordinal);
        Assert.InRange(package["description"]!.Length, 50, 300);
        Assert.Equal(await HeadAsync(), package.Commit);
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task A_package_describes_itself_as_no_other(string id)
    {
        var feed = await PackedFeed.GetAsync();

        Assert.Single(feed.Packages, package => package["description"] == feed.Package(id)["description"]);
    }

    [Theory, MemberData(nameof(Libraries))]
    public async Task A_library_brings_its_documentation_and_nothing_that_it_need_not(string id)
    {
        var package = (await PackedFeed.GetAsync()).Package(id);

        string[] texts = id == "BorrowingWorkflow.AspNetCore" ? [$"lib/net10.0/es/{id}.resources.dll"] : [];
        Assert.Equal(["README.md", "icon.png", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", .. texts], package.Entries);
        Assert.Contains($"<name>{id}</name>", package.Text($"lib/net10.0/{id}.xml"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Libraries))]
    public async Task The_packages_go_together_in_one_version_only(string id)
    {
        var package = (await PackedFeed.GetAsync()).Package(id);

        Assert.All(
            package.Dependencies.Where(one => one.Id.StartsWith("BorrowingWorkflow", StringComparison.Ordinal)),
            one => Assert.Equal($"[{package.Version}]", one.Version));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task A_package_has_its_symbols_beside_it(string id)
    {
        var package = (await PackedFeed.GetAsync()).Package(id);

        using var symbols = ZipFile.OpenRead(Path.ChangeExtension(package.File, ".snupkg"));
        Assert.Contains(symbols.Entries, entry => entry.Name == (id == Tool ? "borrowing.pdb" : $"{id}.pdb"));
    }

    [Theory, MemberData(nameof(Libraries))]
    public async Task An_assembly_is_the_same_whoever_builds_it(string id)
    {
        var package = (await PackedFeed.GetAsync()).Package(id);

        using var assembly = new PEReader(new MemoryStream(package.Bytes($"lib/net10.0/{id}.dll")));
        var debug = assembly.ReadDebugDirectory();
        Assert.Contains(debug, entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        var symbols = assembly.ReadCodeViewDebugDirectoryData(debug.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        Assert.StartsWith("/_/", symbols.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_has_everything_with_it()
    {
        var tool = (await PackedFeed.GetAsync()).Package(Tool);

        Assert.Empty(tool.Dependencies);
        Assert.Contains("tools/net10.0/any/borrowing.dll", tool.Entries);
        Assert.All(["README.md", "icon.png"], name => Assert.Contains(name, tool.Entries));
        Assert.All(tool.Entries.Except(["README.md", "icon.png"]), name => Assert.StartsWith("tools/net10.0/any/", name, StringComparison.Ordinal));
        Assert.Equal(["tools/net10.0/any/DotnetToolSettings.xml"], tool.Entries.Where(name => name.EndsWith(".xml", StringComparison.Ordinal)));
    }

    private static async Task<string> HeadAsync() => (await ProgramRun.OutputAsync(RepositoryRoot.Path, "git", "rev-parse", "HEAD")).Trim();
}
