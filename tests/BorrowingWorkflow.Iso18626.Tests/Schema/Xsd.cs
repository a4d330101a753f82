using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Schema;

/// <summary>The published schemas. They are not part of the project: tests that need them are skipped where they are not.</summary>
internal static class Xsd
{
    public const string Folder = "data/iso18626-schema";

    private static readonly Lazy<XmlSchemaSet> V12 = new(() => Load("ISO-18626-v1_2.xsd"));
    private static readonly Lazy<XmlSchemaSet> V21 = new(() => Load("ISO-18626-2021-2.xsd"));

    public static XmlSchemaSet Of(Iso18626Version version) => version == Iso18626Version.V1_2 ? V12.Value : V21.Value;

    /// <summary>Fails where the schema of the version does not allow the message.</summary>
    public static void AssertValid(byte[] message, Iso18626Version version)
    {
        using var stream = new MemoryStream(message);
        var problems = new List<string>();
        XDocument.Load(stream, LoadOptions.PreserveWhitespace).Validate(Of(version), (_, problem) => problems.Add(problem.Message));
        Assert.Empty(problems);
    }

    /// <summary>The six messages.</summary>
    public static IEnumerable<XmlSchemaElement> Messages(Iso18626Version version) =>
        PartsOf((XmlSchemaElement)Of(version).GlobalElements[new XmlQualifiedName("ISO18626Message", Xml.Names.Namespace)]!).Select(part => part.Element);

    /// <summary>The parts of an element in their order; those of a choice can be absent each.</summary>
    public static IReadOnlyList<(XmlSchemaElement Element, int Min, int Max, bool IsChoice)> PartsOf(XmlSchemaElement element) =>
        element.ElementSchemaType is XmlSchemaComplexType { ContentType: XmlSchemaContentType.ElementOnly or XmlSchemaContentType.Empty } type
            ? [.. PartsOf(type.ContentTypeParticle, isChoice: false)]
            : [];

    /// <summary>True where the element holds elements, not text.</summary>
    public static bool HoldsElements(XmlSchemaElement element) =>
        element.ElementSchemaType is XmlSchemaComplexType { ContentType: not XmlSchemaContentType.TextOnly };

    /// <summary>The codes of a closed list; none where it is no closed list.</summary>
    public static IReadOnlyList<string> CodesOf(XmlSchemaElement element) =>
        element.ElementSchemaType is XmlSchemaSimpleType { Content: XmlSchemaSimpleTypeRestriction restriction }
            ? [.. restriction.Facets.OfType<XmlSchemaEnumerationFacet>().Select(facet => facet.Value!)]
            : [];

    private static IEnumerable<(XmlSchemaElement Element, int Min, int Max, bool IsChoice)> PartsOf(XmlSchemaParticle particle, bool isChoice) => particle switch
    {
        XmlSchemaElement element =>
            [(element, isChoice ? 0 : (int)element.MinOccurs, element.MaxOccurs == decimal.MaxValue ? int.MaxValue : (int)element.MaxOccurs, isChoice)],
        XmlSchemaGroupBase group => group.Items.Cast<XmlSchemaParticle>().SelectMany(item => PartsOf(item, isChoice || group is XmlSchemaChoice)),
        _ => [],
    };

    private static XmlSchemaSet Load(string file)
    {
        var set = new XmlSchemaSet();
        using var reader = XmlReader.Create(SharedFolder.Combine(Folder, file));
        set.Add(null, reader);
        set.Compile();
        return set;
    }
}
