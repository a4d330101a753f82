using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using BorrowingWorkflow.Iso18626.Forms;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>Makes a message, or a fault, of bytes.</summary>
internal static class MessageParser
{
    /// <param name="message">The bytes.</param>
    /// <param name="isCut">True where they are only the beginning of more than the limit; they are read for the header's sake.</param>
    /// <param name="limits">The limits.</param>
    public static Iso18626ReadResult Parse(ReadOnlyMemory<byte> message, bool isCut, Iso18626Limits limits)
    {
        // Closed last: a closed reader does not know any more where it stood.
        MessageInput? input = null;
        ElementReader? reader = null;
        try
        {
            input = MessageInput.Open(message, limits);
            reader = new(input.Xml, limits);
            if (input.NamesOtherEncoding)
            {
                reader.Note(Iso18626DeviationKind.OtherEncoding);
            }

            return isCut ? Cut(reader) : Whole(reader);
        }
        catch (MessageFaultException fault)
        {
            return Fault(reader, fault.Kind, fault.Message, reader?.Line ?? 0, reader?.Position ?? 0);
        }
        catch (XmlException error)
        {
            return NotWellFormed(reader, message.Span, error.LineNumber, error.LinePosition);
        }
        catch (DecoderFallbackException)
        {
            return NotWellFormed(reader, message.Span, reader?.Line ?? 0, reader?.Position ?? 0);
        }
        finally
        {
            reader?.Dispose();
            input?.Dispose();
        }
    }

    private static Iso18626ReadResult Whole(ElementReader reader)
    {
        var body = ReadRoot(reader);
        reader.MoveToEnd();
        if (string.IsNullOrWhiteSpace(reader.Header?.RequestingAgencyRequestId) && reader.ConfirmationHeader is null)
        {
            throw new MessageFaultException(
                Iso18626FaultKind.NoRequest, "The message has no header, or its header has no requestingAgencyRequestId. Send both.");
        }

        if (!reader.NamesVersion && reader.SawNewer)
        {
            reader.Version = Iso18626Version.V2021_2;
        }

        return new()
        {
            Message = new(reader.Version, body) { Extensions = reader.Extensions },
            Deviations = reader.Deviations,
            Steps = reader.Steps,
        };
    }

    private static Iso18626ReadResult Cut(ElementReader reader)
    {
        try
        {
            ReadRoot(reader);
        }
        catch (Exception error) when (error is XmlException or MessageFaultException or DecoderFallbackException)
        {
            // What is cut off ends in its midst.
        }

        return Fault(
            reader, Iso18626FaultKind.TooLarge,
            $"The message has more than {reader.Limits.MaxBytes} bytes. Send a smaller one, or have the limit raised.", 0, 0);
    }

    private static MessageBody ReadRoot(ElementReader reader)
    {
        if (!reader.MoveToRoot() || reader.Name != Names.Root)
        {
            throw new MessageFaultException(
                Iso18626FaultKind.UnknownMessage, $"The root element is not {Names.Root}. Send a message of ISO 18626, version 1.2 or 2021-2.");
        }

        if (!reader.HasNamespace)
        {
            reader.Note(Iso18626DeviationKind.OtherNamespace);
        }

        ReadVersion(reader);
        MessageBody? body = null;
        var open = !reader.IsEmpty;
        while (open && reader.NextChild())
        {
            var form = reader.IsOurs ? MessageForms.Find(reader.Name) : null;
            if (form is null || body is not null)
            {
                reader.KeepElement(form is null ? Iso18626DeviationKind.UnknownElement : Iso18626DeviationKind.Repeated);
                continue;
            }

            reader.Kind = form.Kind;
            body = form.Read(reader);
        }

        return body ?? throw new MessageFaultException(
            Iso18626FaultKind.UnknownMessage, $"{Names.Root} holds none of the six messages. Send one of them, by the name that the standard gives it.");
    }

    private static void ReadVersion(ElementReader reader)
    {
        var text = reader.ReadAttributes(Names.Version)?.Trim() ?? "";
        reader.NamesVersion = text.Length > 0;
        reader.Version = text.Contains("2021", StringComparison.Ordinal) || text.StartsWith("1.3", StringComparison.Ordinal)
            ? Iso18626Version.V2021_2
            : Iso18626Version.V1_2;
        if (!reader.NamesVersion)
        {
            reader.Note(Iso18626DeviationKind.NoVersion);
        }
        else if (text != Names.Of(reader.Version))
        {
            reader.Note(Iso18626DeviationKind.UnknownVersion);
        }
    }

    // The reason that the XML reader gives can quote the content, and the content can be about a patron.
    private static Iso18626ReadResult NotWellFormed(ElementReader? reader, ReadOnlySpan<byte> message, int line, int position) =>
        reader?.Kind is null && HasDocumentType(message)
            ? Fault(reader, Iso18626FaultKind.DocumentType, "The message has a document type (DTD). Send it without.", line, position)
            : Fault(
                reader, Iso18626FaultKind.NotWellFormed,
                $"The message is no well-formed XML (line {line}, position {position}). Check that it is complete and in the encoding that it names.",
                line, position);

    private static bool HasDocumentType(ReadOnlySpan<byte> message) =>
        message.IndexOf("<!DOCTYPE"u8) >= 0
        || message.IndexOf(MemoryMarshal.AsBytes("<!DOCTYPE".AsSpan())) >= 0
        || message.IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0;

    private static Iso18626ReadResult Fault(
        ElementReader? reader, Iso18626FaultKind fault, string text, int line, int position) => new()
        {
            Fault = new()
            {
                Kind = fault,
                Text = text,
                Line = line,
                Position = position,
                Version = reader?.Version ?? default,
                MessageKind = reader?.Kind,
                Header = reader?.Header,
                ConfirmationHeader = reader?.ConfirmationHeader,
            },
            Deviations = reader?.Deviations ?? [],
            Steps = reader?.Steps ?? 0,
        };
}
