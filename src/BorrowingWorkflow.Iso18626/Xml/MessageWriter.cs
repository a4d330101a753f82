using System.Text;
using System.Xml;
using BorrowingWorkflow.Iso18626.Forms;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>Makes bytes of a message.</summary>
internal static class MessageWriter
{
    private const int UsualSize = 2048;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),

        // A carriage return would come back as a line feed.
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    public static MemoryStream Write(Iso18626Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!Enum.IsDefined(message.Version))
        {
            throw new InvalidMessageException("/@version", "is none of the versions that are written.");
        }

        var bytes = new MemoryStream(UsualSize);
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("", Names.Root, Names.Namespace);
            xml.WriteAttributeString(Names.Prefix, Names.Version, Names.Namespace, Names.Of(message.Version));
            MessageForms.Write(new(xml, message.Version), message.Body);
            xml.WriteEndElement();
        }

        return bytes;
    }
}
