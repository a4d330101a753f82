using System.Globalization;
using System.Text;
using System.Xml;

namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>Copies pieces of a message as XML, to be kept aside. One writer serves all: its buffers are larger than most pieces.</summary>
internal sealed class FragmentCopy : IDisposable
{
    private static readonly XmlWriterSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly StringBuilder _text = new();
    private readonly XmlWriter _copy;

    public FragmentCopy() => _copy = XmlWriter.Create(new StringWriter(_text, CultureInfo.InvariantCulture), Settings);

    /// <summary>Copies the element that the reader stands on, and leaves the reader on the element's last node.</summary>
    /// <param name="xml">The reader.</param>
    /// <param name="read">Moves it on.</param>
    public string Take(XmlReader xml, Func<bool> read)
    {
        var depth = xml.Depth;
        do
        {
            CopyNode(xml);
        }
        while (!IsEnd(xml, depth) && read());
        return Taken();
    }

    /// <summary>An element with a text.</summary>
    public string Of(string name, string value)
    {
        _copy.WriteElementString(name, value);
        return Taken();
    }

    public void Dispose() => _copy.Dispose();

    private static bool IsEnd(XmlReader xml, int depth) =>
        xml.Depth == depth && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement);

    private string Taken()
    {
        _copy.Flush();
        var text = _text.ToString();
        _text.Clear();
        return text;
    }

    private void CopyNode(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = xml.IsEmptyElement;
                _copy.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
                _copy.WriteAttributes(xml, defattr: false);
                if (isEmpty)
                {
                    _copy.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                _copy.WriteFullEndElement();
                break;
            default:
                _copy.WriteString(xml.Value);
                break;
        }
    }
}
