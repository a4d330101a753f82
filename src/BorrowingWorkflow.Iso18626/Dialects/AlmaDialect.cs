using System.Text;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>
/// What Alma does otherwise. Its staff see the delivery address only in the note, between marks that brokers use too; and it takes the
/// standard's own codes for identifiers only.
/// </summary>
internal sealed class AlmaDialect : Dialect
{
    public override string Name => "alma";

    public override MessageBody Rewrite(MessageBody message) => message is Request request ? Rewrite(request) : message;

    /// <summary>Takes barcodes apart that Alma joins by commas, and gives a duplicate, which Alma names in the note, its reason.</summary>
    public override SupplyingAgencyMessage PutRight(SupplyingAgencyMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var info = message.MessageInfo;
        var right = message.DeliveryInfo is { ItemId: [_, ..] ids } delivery
            ? message with { DeliveryInfo = delivery with { ItemId = [.. ids.SelectMany(Barcodes)] } }
            : message;
        return info is { ReasonUnfilled: null, Note: { } note }
            && message.StatusInfo.Status == SupplyStatus.Unfilled
            && note.TrimStart().StartsWith("DUPLICATE", StringComparison.Ordinal)
            ? right with { MessageInfo = info with { ReasonUnfilled = new("Duplicate") } }
            : right;
    }

    private static string[] Barcodes(string joined) => joined.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Request Rewrite(Request request)
    {
        var info = request.BibliographicInfo;
        var known = request with
        {
            BibliographicInfo = info with
            {
                BibliographicItemId = [.. info.BibliographicItemId.Where(id => id.BibliographicItemIdentifierCode.Value is "ISBN" or "ISSN" or "ISMN")],
            },
        };
        return request.RequestedDeliveryInfo.Select(delivery => delivery.Address?.PhysicalAddress).FirstOrDefault(address => address is not null) is { } shipTo
            ? known with { ServiceInfo = WithAddress(request.ServiceInfo ?? new(), shipTo) }
            : known;
    }

    private static ServiceInfo WithAddress(ServiceInfo service, PhysicalAddress address)
    {
        if (service.Note?.Contains(NoteMarks.AddressBegins, StringComparison.Ordinal) == true)
        {
            return service;
        }

        var note = new StringBuilder();
        AppendLine(note, service.Note);
        AppendLine(note, NoteMarks.AddressBegins);
        AppendLine(note, address.Line1);
        AppendLine(note, address.Line2);
        AppendLine(note, string.Join(", ", new[] { address.Locality, address.Region?.Value, address.PostalCode }.Where(part => !string.IsNullOrEmpty(part))));
        AppendLine(note, address.Country?.Value);
        AppendLine(note, NoteMarks.AddressEnds);
        return service with { Note = note.ToString() };
    }

    private static void AppendLine(StringBuilder note, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            note.Append(line).Append('\n');
        }
    }
}
