using System.Text;
using System.Xml;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>
/// Walks over a message once, within the limits, and notes what had to be tolerated. After each element it stands on the element's last node,
/// so that <see cref="NextChild"/> goes on from there.
/// </summary>
internal sealed class ElementReader(XmlReader xml, Iso18626Limits limits) : IDisposable
{
    private readonly List<string> _path = [];
    private readonly List<Iso18626Deviation> _deviations = [];
    private readonly List<MessageExtension> _extensions = [];
    private FragmentCopy? _copy;
    private string? _pathText;
    private string? _namespace;
    private int _elements;

    public Iso18626Limits Limits { get; } = limits;

    /// <summary>The version that the root names; without one, 1.2 until the content tells.</summary>
    public Iso18626Version Version { get; set; }

    /// <summary>False where the root names no version: then nothing can be said to be of the other one.</summary>
    public bool NamesVersion { get; set; }

    /// <summary>True where something was read that only 2021-2 has.</summary>
    public bool SawNewer { get; private set; }

    /// <summary>How many nodes were read.</summary>
    public int Steps { get; private set; }

    /// <summary>Which of the six messages it is to be, as soon as its element begins.</summary>
    public MessageKind? Kind { get; set; }

    /// <summary>The header, as soon as it has been read, so that a fault can tell whom it is from.</summary>
    public MessageHeader? Header { get; set; }

    /// <summary>The header of a confirmation, as soon as it has been read.</summary>
    public ConfirmationHeader? ConfirmationHeader { get; set; }

    public ValueList<Iso18626Deviation> Deviations => [.. _deviations];

    public ValueList<MessageExtension> Extensions => [.. _extensions];

    /// <summary>The local name of the element that the reader stands on.</summary>
    public string Name => xml.LocalName;

    /// <summary>True where the element that the reader stands on has no content.</summary>
    public bool IsEmpty => xml.IsEmptyElement;

    /// <summary>True where the element is in the message's namespace or in none.</summary>
    public bool IsOurs => xml.NamespaceURI is var its && (its.Length == 0 || its == Names.Namespace || its == _namespace);

    public int Line => xml is IXmlLineInfo info ? info.LineNumber : 0;

    public int Position => xml is IXmlLineInfo info ? info.LinePosition : 0;

    /// <summary>Goes to the root and takes its namespace as the message's.</summary>
    public bool MoveToRoot()
    {
        while (Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                _namespace = xml.NamespaceURI;
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the message's namespace is the standard's.</summary>
    public bool HasNamespace => _namespace == Names.Namespace;

    /// <summary>Reads what is left after the root, so that all of it is known to be well-formed.</summary>
    public void MoveToEnd()
    {
        while (Read())
        {
        }
    }

    /// <summary>Goes into the element that the reader stands on.</summary>
    /// <returns>False where it is empty.</returns>
    public bool Enter(string name)
    {
        _path.Add(name);
        _pathText = null;
        return !xml.IsEmptyElement;
    }

    /// <summary>Comes out of the element.</summary>
    public void Leave()
    {
        _path.RemoveAt(_path.Count - 1);
        _pathText = null;
    }

    /// <summary>Goes to the next element within the one that was entered.</summary>
    /// <returns>False at its end.</returns>
    public bool NextChild()
    {
        while (Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    return true;
                case XmlNodeType.EndElement:
                    return false;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    Note(Iso18626DeviationKind.StrayText);
                    _extensions.Add(new(PathText(), "#text", Checked(xml.Value)));
                    break;
            }
        }

        return false;
    }

    /// <summary>Reads the attributes: gives the one of ours and keeps what nobody knows.</summary>
    /// <param name="known">The local name of the attribute that the element may have; null for none.</param>
    public string? ReadAttributes(string? known = null)
    {
        if (!xml.HasAttributes)
        {
            return null;
        }

        string? value = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI is Names.Xmlns or Names.SchemaInstance)
            {
                continue;
            }

            var text = Checked(xml.Value);
            if (value is null && IsOurs && xml.LocalName == known)
            {
                value = text;
                continue;
            }

            var name = "@" + xml.LocalName;
            Note(Iso18626DeviationKind.UnknownAttribute, name);
            _extensions.Add(new(PathText(), name, text));
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>Reads the text of the element that was entered, to its end.</summary>
    public string ReadText()
    {
        var text = "";
        StringBuilder? longer = null;
        while (Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                KeepElement(Iso18626DeviationKind.UnknownElement);
                continue;
            }

            // CDATA and text that stand side by side come apart.
            if (text.Length == 0)
            {
                text = Checked(xml.Value);
                continue;
            }

            longer ??= new(text);
            longer.Append(xml.Value);
            CheckLength(longer.Length);
        }

        return longer?.ToString() ?? text;
    }

    /// <summary>Keeps the element that the reader stands on, with all that is in it.</summary>
    public void KeepElement(Iso18626DeviationKind why)
    {
        var name = xml.LocalName;
        Note(why, name);
        _extensions.Add(new(PathText(), name, Copy.Take(xml, Read)));
    }

    /// <summary>Keeps a value that could not be read; its element was entered and is left.</summary>
    public void KeepValue(string text)
    {
        var name = _path[^1];
        Note(Iso18626DeviationKind.UnreadableValue);
        _extensions.Add(new(PathText(_path.Count - 1), name, Copy.Of(name, text)));
    }

    /// <summary>Notes something about the element that was entered, or about a part of it.</summary>
    public void Note(Iso18626DeviationKind kind, string? part = null)
    {
        var path = PathText();
        _deviations.Add(new(kind, part is null ? path : path.Length == 1 ? path + part : $"{path}/{part}", Line));
    }

    /// <summary>Notes that something is of the other version, where the message says which one is its own.</summary>
    public void NoteOther(bool isNewer, string? part = null)
    {
        SawNewer |= isNewer;
        if (NamesVersion)
        {
            Note(Iso18626DeviationKind.OtherVersion, part);
        }
    }

    public void CheckRepeats(int count)
    {
        if (count > Limits.MaxRepeats)
        {
            throw TooLarge($"repeats an element more than {Limits.MaxRepeats} times");
        }
    }

    /// <summary>Ends the copying; the XML reader is its owner's.</summary>
    public void Dispose() => _copy?.Dispose();

    // The only place that moves the reader on, so that every node counts, those that nobody knows included.
    private bool Read()
    {
        Steps++;
        if (!xml.Read())
        {
            return false;
        }

        if (xml.NodeType == XmlNodeType.Element)
        {
            if (++_elements > Limits.MaxElements)
            {
                throw TooLarge($"has more than {Limits.MaxElements} elements");
            }

            if (xml.Depth >= Limits.MaxDepth)
            {
                throw TooLarge($"has elements more than {Limits.MaxDepth} deep");
            }

            if (xml.AttributeCount > Limits.MaxAttributes)
            {
                throw TooLarge($"has an element with more than {Limits.MaxAttributes} attributes");
            }
        }

        return true;
    }

    private string Checked(string text)
    {
        CheckLength(text.Length);
        return text;
    }

    private void CheckLength(int length)
    {
        if (length > Limits.MaxTextLength)
        {
            throw TooLarge($"has a text of more than {Limits.MaxTextLength} characters");
        }
    }

    private MessageFaultException TooLarge(string what) =>
        new(Iso18626FaultKind.TooLarge, $"The message {what} (line {Line}). Send a smaller one, or have the limit raised.");

    private FragmentCopy Copy => _copy ??= new();

    // Thousands of unknown elements in one place share its path.
    private string PathText() => _pathText ??= PathText(_path.Count);

    private string PathText(int length) => length == 0 ? "/" : "/" + string.Join('/', _path.Take(length));
}
