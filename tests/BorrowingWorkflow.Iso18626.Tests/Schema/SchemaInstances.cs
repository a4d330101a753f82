using System.Xml.Linq;
using System.Xml.Schema;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Schema;

/// <summary>Makes messages by a schema: for each of its elements the smallest one that has it, and the one that has them all.</summary>
internal static class SchemaInstances
{
    private static readonly XNamespace Ns = Xml.Names.Namespace;

    /// <summary>For each path and each code of a closed list at its end, a message that has it.</summary>
    public static IEnumerable<(string Path, byte[] Message)> OneForEachPath(Iso18626Version version)
    {
        foreach (var message in Xsd.Messages(version))
        {
            foreach (var path in PathsOf(message))
            {
                var codes = Xsd.CodesOf(path[^1]);
                foreach (var code in codes.Count == 0 ? (IEnumerable<string?>)[null] : codes)
                {
                    var names = string.Join('/', path.Select(element => element.QualifiedName.Name));
                    yield return (code is null ? names : $"{names} {code}", Root(version, Make(message, path, 0, code)));
                }
            }
        }
    }

    /// <summary>For each of the six messages the one that has every element, twice where it may be repeated.</summary>
    public static IEnumerable<(string Path, byte[] Message)> WithEverything(Iso18626Version version) =>
        Xsd.Messages(version).Select(message => (message.QualifiedName.Name, Root(version, MakeFull(message, 0))));

    private static IEnumerable<XmlSchemaElement[]> PathsOf(XmlSchemaElement element)
    {
        yield return [element];
        foreach (var (part, _, _, _) in Xsd.PartsOf(element))
        {
            foreach (var rest in PathsOf(part))
            {
                yield return [element, .. rest];
            }
        }
    }

    private static XElement Make(XmlSchemaElement element, XmlSchemaElement[] path, int depth, string? code)
    {
        var made = new XElement(Ns + element.QualifiedName.Name);
        var next = depth + 1 < path.Length ? path[depth + 1] : null;
        var parts = Xsd.PartsOf(element);
        var chosen = parts.Any(part => part.IsChoice && part.Element == next);
        foreach (var (part, min, _, isChoice) in parts)
        {
            if (part == next)
            {
                made.Add(Make(part, path, depth + 1, code));
            }
            else if (min > 0 || (isChoice && !chosen && part == parts[0].Element))
            {
                made.Add(Make(part, [part], 0, null));
            }
        }

        return Filled(made, element, next is null ? code : null);
    }

    private static XElement MakeFull(XmlSchemaElement element, int turn)
    {
        var made = new XElement(Ns + element.QualifiedName.Name);
        var parts = Xsd.PartsOf(element);
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, _, max, isChoice) = parts[i];
            if (!isChoice || i == turn % parts.Count)
            {
                made.Add(Enumerable.Range(0, Math.Min(max, 2)).Select(nth => MakeFull(part, turn + nth)));
            }
        }

        return Filled(made, element, null);
    }

    private static XElement Filled(XElement made, XmlSchemaElement element, string? code)
    {
        if (Xsd.HoldsElements(element))
        {
            return made;
        }

        made.Value = code ?? (Xsd.CodesOf(element) is [var first, ..] ? first : null) ?? element.ElementSchemaType!.Datatype?.TypeCode switch
        {
            XmlTypeCode.DateTime => "2026-11-25T10:00:00.25-08:00",
            XmlTypeCode.Boolean => "true",
            XmlTypeCode.Integer => "7",
            XmlTypeCode.Decimal => "12.50",
            _ => $" \"{element.QualifiedName.Name}\" <é & 世>\r\n\ttwo ",
        };
        if (element.ElementSchemaType is XmlSchemaComplexType)
        {
            made.SetAttributeValue(Ns + "scheme", "http://example.org/codes?a=1&b=2#" + element.QualifiedName.Name);
        }

        return made;
    }

    private static byte[] Root(Iso18626Version version, XElement body) => MessageText.Bytes(version, "ill", body);
}
