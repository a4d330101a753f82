namespace BorrowingWorkflow.Tests.Shared;

/// <summary>A table of the specification, from its copy in tests/BorrowingWorkflow.Tests/Spec: a header and rows by column name.</summary>
internal sealed class SpecTable
{
    private SpecTable(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => Rows = rows;

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    /// <summary>Where the copies are.</summary>
    public static string Folder => RepositoryRoot.Combine("tests", "BorrowingWorkflow.Tests", "Spec");

    /// <summary>The table of that name, e.g. <c>transitions.tsv</c>.</summary>
    public static SpecTable Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name));
        var columns = lines[0].Split('\t');
        return new([.. lines.Skip(1).Select(line => columns.Zip(line.Split('\t')).ToDictionary(pair => pair.First, pair => pair.Second))]);
    }
}
