using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>An XML reader over bytes that looks nothing up outside of them.</summary>
internal sealed class MessageInput : IDisposable
{
    private const int LongestDeclaration = 200;

    // Throws on bytes that are no UTF-8, where the default would put U+FFFD in their place.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private MessageInput(XmlReader xml, bool namesOtherEncoding)
    {
        Xml = xml;
        NamesOtherEncoding = namesOtherEncoding;
    }

    public XmlReader Xml { get; }

    /// <summary>True where the declaration says UTF-16 and the bytes are of ASCII's kind, as when a text was declared and then sent as UTF-8.</summary>
    public bool NamesOtherEncoding { get; }

    public static MessageInput Open(ReadOnlyMemory<byte> message, Iso18626Limits limits)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            MaxCharactersInDocument = limits.MaxBytes,
            ConformanceLevel = ConformanceLevel.Document,
            CheckCharacters = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        var stream = MemoryMarshal.TryGetArray(message, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(message.ToArray(), writable: false);
        return DeclaresWideCharacters(message.Span)
            ? new(XmlReader.Create(new StreamReader(stream, Utf8), settings), true)
            : new(XmlReader.Create(stream, settings), false);
    }

    public void Dispose() => Xml.Dispose();

    private static bool DeclaresWideCharacters(ReadOnlySpan<byte> message)
    {
        var start = message.StartsWith(Encoding.UTF8.Preamble) ? message[3..] : message;
        if (!start.StartsWith("<?xml"u8))
        {
            return false;
        }

        var declaration = start[..Math.Min(start.Length, LongestDeclaration)];
        var end = declaration.IndexOf("?>"u8);
        return end >= 0
            && Encoding.Latin1.GetString(declaration[..end]) is var text
            && (text.Contains("utf-16", StringComparison.OrdinalIgnoreCase) || text.Contains("ucs-2", StringComparison.OrdinalIgnoreCase));
    }
}
