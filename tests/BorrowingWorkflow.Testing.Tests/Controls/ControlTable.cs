using System.Text;

namespace BorrowingWorkflow.Testing.Tests.Controls;

/// <summary>The negative controls of a suite: one for every case. Proves them, and writes them into docs/testing.md.</summary>
/// <param name="name">The suite's name in the page: the table stands between <c>&lt;!-- cases: name --&gt;</c> and <c>&lt;!-- end of cases --&gt;</c>.</param>
/// <param name="suite">The suite, on whatever part: it is asked for its cases only.</param>
/// <param name="controls">The controls, in any order.</param>
internal sealed class ControlTable(string name, ConformanceSuite suite, IReadOnlyList<NegativeControl> controls)
{
    // Test classes run at the same time, and all of them write the same page.
    private static readonly Lock Page = new();

    /// <summary>Every control's case as the one argument of a theory.</summary>
    public IEnumerable<object[]> Rows => controls.Select(control => new object[] { control.Case });

    /// <summary>Fails where a case has no control or several, or where a control is of no case.</summary>
    public void EnsureOneForEachCase() => Assert.Equal(
        suite.Cases.Select(one => one.Id),
        controls.Select(control => control.Case).Order(StringComparer.Ordinal));

    /// <summary>Fails where the broken part passes its case, or fails it for another reason.</summary>
    public async Task EnsureFailsAsync(string id)
    {
        var control = Assert.Single(controls, control => control.Case == id);
        ConformanceException failure;
        try
        {
            failure = await Assert.ThrowsAsync<ConformanceException>(() => control.Suite().RunAsync(id));
        }
        catch (Xunit.Sdk.XunitException passed)
        {
            throw new InvalidOperationException($"{id} does not find what is broken: \"{control.Broken}\".", passed);
        }

        Assert.Equal(id, failure.Case);
        Assert.Contains(control.Says, failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Fails where docs/testing.md shows another table. With the environment variable UPDATE_DOCS=1 it writes the table instead.</summary>
    public void EnsurePage()
    {
        var (begin, end) = ($"<!-- cases: {name} -->\n", "<!-- end of cases -->");
        var file = RepositoryRoot.Combine("docs", "testing.md");
        lock (Page)
        {
            var page = File.ReadAllText(file).ReplaceLineEndings("\n");
            var from = page.IndexOf(begin, StringComparison.Ordinal);
            Assert.True(from >= 0, $"docs/testing.md has no line {begin}");
            from += begin.Length;
            var to = page.IndexOf(end, from, StringComparison.Ordinal);
            Assert.True(to >= 0, $"docs/testing.md has no line {end} after {begin}");
            if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            {
                page = page[..from] + ToMarkdown() + page[to..];
                to = from + ToMarkdown().Length;
                File.WriteAllText(file, page);
            }

            Assert.Equal(ToMarkdown(), page[from..to]);
        }
    }

    private string ToMarkdown()
    {
        var text = new StringBuilder("\n| Case | Promise of | What must hold | The control that fails it |\n| --- | --- | --- | --- |\n");
        foreach (var one in suite.Cases)
        {
            text.Append("| ").AppendJoin(" | ", one.Id, $"`{one.Clause}`", Cell(one.Title), Cell(controls.Single(control => control.Case == one.Id).Broken)).Append(" |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
