using System.Xml;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>Writes elements, and knows where it is, so that an error can name the place.</summary>
internal sealed class ElementWriter(XmlWriter xml, Iso18626Version version)
{
    private readonly List<string> _path = [];

    public Iso18626Version Version { get; } = version;

    public void Begin(string name)
    {
        _path.Add(name);
        xml.WriteStartElement("", name, Names.Namespace);
    }

    public void End()
    {
        xml.WriteEndElement();
        _path.RemoveAt(_path.Count - 1);
    }

    public void Text(string text) => xml.WriteString(text);

    public void Scheme(string scheme)
    {
        if (!IsUri(scheme))
        {
            throw Invalid("is no URI.", "@" + Names.Scheme);
        }

        xml.WriteAttributeString(Names.Prefix, Names.Scheme, Names.Namespace, scheme);
    }

    /// <summary>The text of an id or a code, which is written as it is or not at all.</summary>
    public string Checked(string text)
    {
        var bad = XmlCharacters.FirstBad(text, 0);
        return bad < 0 ? text : throw Invalid($"has a character that XML does not have, at place {bad}; take it out.");
    }

    /// <summary>The error that something is wrong with the element at hand, or with a part of it.</summary>
    public InvalidMessageException Invalid(string problem, string? part = null)
    {
        var path = "/" + string.Join('/', _path);
        return new(part is null ? path : $"{path}/{part}", problem);
    }

    /// <summary>True where a scheme can be written. White space at the ends is no part of a URI, and would not come back.</summary>
    public static bool IsUri(string scheme) =>
        XmlCharacters.FirstBad(scheme, 0) < 0
        && scheme.AsSpan().Trim().Length == scheme.Length
        && !scheme.Contains("##", StringComparison.Ordinal)
        && Uri.TryCreate(scheme, UriKind.RelativeOrAbsolute, out _);
}
