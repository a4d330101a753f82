using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace BorrowingWorkflow.Tests.Shared;

/// <summary>The published schemas of ISO 18626. They are not part of the project: tests that need them are skipped where they are not.</summary>
internal static class Iso18626Schemas
{
    public const string Folder = "data/iso18626-schema";
    public const string First = "1.2";

    private static readonly Lazy<XmlSchemaSet> V12 = new(() => Load("ISO-18626-v1_2.xsd"));
    private static readonly Lazy<XmlSchemaSet> V21 = new(() => Load("ISO-18626-2021-2.xsd"));

    /// <summary>The schema of a version; of 2021-2 for whatever is not 1.2.</summary>
    public static XmlSchemaSet Of(string version) => version == First ? V12.Value : V21.Value;

    /// <summary>What the schema of the version does not allow.</summary>
    public static List<string> Problems(XDocument document, string version)
    {
        List<string> problems = [];
        document.Validate(Of(version), (_, problem) => problems.Add(problem.Message));
        return problems;
    }

    private static XmlSchemaSet Load(string file)
    {
        var set = new XmlSchemaSet();
        using var reader = XmlReader.Create(SharedFolder.Combine(Folder, file));
        set.Add(null, reader);
        set.Compile();
        return set;
    }
}
