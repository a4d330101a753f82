using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Packages.Tests;

/// <summary>What a page tells a reader to type.</summary>
internal static partial class CodeBlocks
{
    /// <summary>The page's C# blocks, in their order.</summary>
    public static IReadOnlyList<string> CSharp(string page) => [.. Block().Matches(page.ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value)];

    /// <summary>The ids that the page says to add, in their order.</summary>
    public static IReadOnlyList<string> PackagesToAdd(string page) => [.. Add().Matches(page.ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value)];

    /// <summary>The using directives that the page names in a sentence.</summary>
    public static IReadOnlyList<string> Usings(string page) => [.. Using().Matches(page).Select(match => match.Groups[1].Value)];

    /// <summary>A page of the repository.</summary>
    public static string Page(params string[] path) => File.ReadAllText(RepositoryRoot.Combine(path));

    [GeneratedRegex(@"^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^ *dotnet add package (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Add();

    [GeneratedRegex(@"`(using [\w.]+;)`")]
    private static partial Regex Using();
}
