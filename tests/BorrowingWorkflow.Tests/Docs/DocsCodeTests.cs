namespace BorrowingWorkflow.Tests.Docs;

public class DocsCodeTests
{
    private const string Source = "class C\n{\n    #region docs:one\n    var one = 1;\n\n    if (one == 1)\n    {\n    }\n    #endregion\n}\n";

    [Fact]
    public void Every_code_block_is_compiled_code() =>
        Assert.Empty(DocsPage.All().SelectMany(page => page.WrongCode(Read)));

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var pages = DocsPage.All().ToDictionary(page => page.Path);

        Assert.Empty(pages.Values.SelectMany(page => page.DeadLinks(Exists, pages.GetValueOrDefault)));
    }

    [Fact]
    public void A_block_that_is_its_region_passes() =>
        Assert.Empty(Wrong("<!-- code: tests/A.cs#one -->\n```csharp\nvar one = 1;\n\nif (one == 1)\n{\n}\n```\n"));

    [Theory]
    [InlineData("```csharp\nvar one = 1;\n```\n", "docs/a.md, line 1: a C# block needs a line <!-- code: path#region --> before it.")]
    [InlineData("<!-- code: src/A.cs#one -->\n```csharp\n```\n", "docs/a.md, line 2: a C# block needs a line <!-- code: path#region --> before it.")]
    [InlineData("<!-- code: tests/B.cs#one -->\n```csharp\n```\n", "docs/a.md, line 2: tests/B.cs has no region docs:one.")]
    [InlineData("<!-- code: tests/A.cs#two -->\n```cs\n```\n", "docs/a.md, line 2: tests/A.cs has no region docs:two.")]
    [InlineData("~~~~ C# again\nvar one = 1;\n~~~~\n", "docs/a.md, line 1: a C# block needs a line <!-- code: path#region --> before it.")]
    [InlineData("- a list\n\n  ```cs\n  var one = 1;\n  ```\n", "docs/a.md, line 3: a C# block needs a line <!-- code: path#region --> before it.")]
    [InlineData("```csharp\nvar one = 1;\n", "docs/a.md, line 1: a C# block needs a line <!-- code: path#region --> before it.")]
    [InlineData("```\nvar one = 1;\n```\n", "docs/a.md, line 1: a fenced block says which language it is in; text where it is none.")]
    [InlineData("So:\n\n    var one = 1;\n", "docs/a.md, line 3: this looks like C#; put it into a fenced block with its region.")]
    [InlineData("<!-- code: tests/A.cs#one -->\n```csharp\nvar one = 2;\n```\n", "docs/a.md, line 2: the block is not region docs:one of tests/A.cs.")]
    public void A_block_that_is_not_compiled_code_is_found(string page, string finding) => Assert.Equal([finding], Wrong(page));

    [Theory]
    [InlineData("[b](b.md) [c](../src/c.cs) [web](https://example.org/x) `[d](d.md)`\n", null)]
    [InlineData("# A title: of it\n[here](#a-title-of-it)\n", null)]
    [InlineData("```\n[b](gone.md)\n```\n", null)]
    [InlineData("[b](gone.md)\n", "docs/a.md: gone.md leads nowhere.")]
    [InlineData("[b](b.md#gone)\n", "docs/a.md: b.md#gone names no heading.")]
    [InlineData("[here](#gone)\n", "docs/a.md: #gone names no heading.")]
    [InlineData("![A picture](gone.png)\n", "docs/a.md: gone.png leads nowhere.")]
    [InlineData("[b][1]\n\n[1]: gone.md\n", "docs/a.md: gone.md leads nowhere.")]
    [InlineData("# Two\n# Two\n[here](#two-1) [first](#two)\n", null)]
    [InlineData("[web](http://example.org)\n", "docs/a.md: http://example.org is no address by https.")]
    [InlineData("[web](https://example)\n", "docs/a.md: https://example is no address by https.")]
    public void A_link_that_leads_nowhere_is_found(string text, string? finding)
    {
        var pages = new[] { new DocsPage("docs/a.md", text), new DocsPage("docs/b.md", "# B\n") }.ToDictionary(page => page.Path);

        var dead = pages["docs/a.md"].DeadLinks(path => path is "docs/a.md" or "docs/b.md" or "src/c.cs", pages.GetValueOrDefault);

        Assert.Equal(finding is null ? [] : [finding], dead);
    }

    private static IEnumerable<string> Wrong(string text) => new DocsPage("docs/a.md", text).WrongCode(path => path == "tests/A.cs" ? Source : null);

    private static string? Read(string path) => RepositoryRoot.Combine(path) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    private static bool Exists(string path) => RepositoryRoot.Combine(path) is var full && (File.Exists(full) || Directory.Exists(full));
}
