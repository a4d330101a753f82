using System.Security.Cryptography;
using System.Text;
using System.Xml;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>A hash of what a message says: the same whatever its encoding, its prefixes, its indentation and the order of its attributes.</summary>
internal static class ContentHash
{
    private const int Bytes = 16;

    /// <param name="message">The bytes of something that the reader took for a message.</param>
    /// <param name="limits">The limits that it was read by.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string Of(ReadOnlyMemory<byte> message, Iso18626Limits limits)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var input = MessageInput.Open(message, limits);
        var text = new StringBuilder();
        while (input.Xml.Read())
        {
            switch (input.Xml.NodeType)
            {
                case XmlNodeType.Element:
                    Flush(hash, text);
                    Begin(hash, input.Xml);
                    break;
                case XmlNodeType.EndElement:
                    Flush(hash, text);
                    Add(hash, ">");
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(input.Xml.Value);
                    break;
                default:
                    break;
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }

    private static void Begin(IncrementalHash hash, XmlReader xml)
    {
        var isEmpty = xml.IsEmptyElement;
        Add(hash, "<" + xml.LocalName);
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (xml.MoveToNextAttribute())
        {
            // Declarations and hints for validators say nothing of a request.
            if (xml.NamespaceURI is not (Names.Xmlns or Names.SchemaInstance))
            {
                attributes[$"{xml.NamespaceURI} {xml.LocalName}"] = xml.Value;
            }
        }

        foreach (var (name, value) in attributes)
        {
            Add(hash, name);
            Add(hash, value);
        }

        if (isEmpty)
        {
            Add(hash, ">");
        }
    }

    private static void Flush(IncrementalHash hash, StringBuilder text)
    {
        var value = text.ToString();
        text.Clear();
        if (!string.IsNullOrWhiteSpace(value))
        {
            Add(hash, value);
        }
    }

    // No XML has a character 0, so that parts can't run into each other.
    private static void Add(IncrementalHash hash, string part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(part));
        hash.AppendData([0]);
    }
}
