using System.Text;
using System.Xml;
using System.Xml.Linq;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests;

/// <summary>Makes messages as text, right or wrong, for the reader.</summary>
internal static class MessageText
{
    public const string Namespaces = "xmlns=\"http://illtransactions.org/2013/iso18626\" xmlns:ill=\"http://illtransactions.org/2013/iso18626\"";

    public const string Header =
        "<header><supplyingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>US-CSUN</agencyIdValue></supplyingAgencyId>"
        + "<requestingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>US-CASDS</agencyIdValue></requestingAgencyId>"
        + "<multipleItemRequestId/><timestamp>2026-11-25T10:00:00Z</timestamp><requestingAgencyRequestId>SDSU-1</requestingAgencyRequestId></header>";

    public const string Status = "<statusInfo><status>Loaned</status><lastChange>2026-11-25T10:00:00Z</lastChange></statusInfo>";

    /// <summary>A message of a supplier in 1.2, with something in messageInfo and after statusInfo.</summary>
    public static string Supplier(string inInfo = "", string after = "", string status = Status) =>
        Root($"<supplyingAgencyMessage>{Header}<messageInfo><reasonForMessage>StatusChange</reasonForMessage>{inInfo}</messageInfo>{status}{after}</supplyingAgencyMessage>");

    /// <summary>A note of a borrower's, in 1.2.</summary>
    public static string Note(string note) =>
        Root($"<requestingAgencyMessage>{Header}<action>Notification</action><note>{note}</note></requestingAgencyMessage>");

    public static string Root(string body, string version = " ill:version=\"1.2\"", string namespaces = Namespaces) =>
        $"<ISO18626Message {namespaces}{version}>{body}</ISO18626Message>";

    /// <summary>A message as the bytes of its XML, with the namespace under a prefix.</summary>
    public static byte[] Bytes(Iso18626Version version, string prefix, XElement body)
    {
        XNamespace ns = Xml.Names.Namespace;
        var root = new XElement(
            ns + Xml.Names.Root, new XAttribute(XNamespace.Xmlns + prefix, ns), new XAttribute(ns + Xml.Names.Version, Xml.Names.Of(version)), body);
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { NewLineHandling = NewLineHandling.Entitize }))
        {
            root.Save(writer);
        }

        return stream.ToArray();
    }

    public static Iso18626ReadResult Read(string message, Iso18626Limits? limits = null) => Iso18626Reader.Read(Encoding.UTF8.GetBytes(message), limits);

    /// <summary>The kinds and places of what was tolerated, a line each.</summary>
    public static string[] Tolerated(this Iso18626ReadResult result)
    {
        Assert.True(result.IsMessage, result.ToString());
        return [.. result.Deviations.Select(deviation => $"{deviation.Kind} {deviation.Path}")];
    }
}
