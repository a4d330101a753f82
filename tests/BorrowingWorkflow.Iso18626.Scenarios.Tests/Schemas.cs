using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using BorrowingWorkflow.Iso18626.Mock;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>Holds messages against the published schemas. They are not part of the project; where they are not there, nothing is held against them.</summary>
internal static class Schemas
{
    private const string Folder = "data/iso18626-schema";
    private const string First = "1.2";

    private static readonly Lazy<Dictionary<string, XmlSchemaSet>?> All = new(Load);

    /// <summary>Fails where the schema of its version does not allow a message that went over the wire.</summary>
    public static void AssertValid(string lender, MockExchange exchange)
    {
        if (All.Value is not { } schemas)
        {
            return;
        }

        using var stream = new MemoryStream(exchange.Bytes.ToArray());
        var document = XDocument.Load(stream);
        var version = document.Root!.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "version")?.Value;
        List<string> problems = [];
        document.Validate(schemas[version?.StartsWith(First, StringComparison.Ordinal) == true ? First : "2021-2"], (_, problem) => problems.Add(problem.Message));
        Assert.True(problems.Count == 0, $"{lender}: {exchange}\n{string.Join('\n', problems)}\n{document}");
    }

    private static Dictionary<string, XmlSchemaSet>? Load() => Directory.Exists(SharedFolder.Combine(Folder))
        ? new(StringComparer.Ordinal) { [First] = Load("ISO-18626-v1_2.xsd"), ["2021-2"] = Load("ISO-18626-2021-2.xsd") }
        : null;

    private static XmlSchemaSet Load(string file)
    {
        var set = new XmlSchemaSet();
        using var reader = XmlReader.Create(SharedFolder.Combine(Folder, file));
        set.Add(null, reader);
        set.Compile();
        return set;
    }
}
