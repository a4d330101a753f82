using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Schema;

/// <summary>The published schemas. They are not part of the project: tests that need them are skipped where they are not.</summary>
internal static class Xsd
{
    public const string Folder = Iso18626Schemas.Folder;

    public static XmlSchemaSet Of(Iso18626Version version) => Iso18626Schemas.Of(Xml.Names.Of(version));

    /// <summary>Fails where the schema of the version does not allow the message.</summary>
    public static void AssertValid(byte[] message, Iso18626Version version)
    {
        using var stream = new MemoryStream(message);
        Assert.Empty(Iso18626Schemas.Problems(XDocument.Load(stream, LoadOptions.PreserveWhitespace), Xml.Names.Of(version)));
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
}
