using System.Text.RegularExpressions;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>Marks that systems write into notes for each other, and that staff should not have to read.</summary>
internal static partial class NoteMarks
{
    public const string AddressBegins = "#SHIP_TO#";
    public const string AddressEnds = "#ST_END#";

    private const string Pending = "#ReShareSupplierAwaitingConditionConfirmation#";
    private const string SequenceMark = "#(last)?seq:-?[0-9]*#";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>The message with its note in words.</summary>
    public static SupplyingAgencyMessage TakeOff(SupplyingAgencyMessage message) =>
        message with { MessageInfo = message.MessageInfo with { Note = TakeOff(message.MessageInfo.Note) } };

    /// <summary>The sequence numbers that ReShare counts notes by.</summary>
    [GeneratedRegex(SequenceMark, Options, 1000)]
    public static partial Regex Sequence();

    /// <summary>The note in words; null where nothing is left of it.</summary>
    private static string? TakeOff(string? note)
    {
        if (note is null || !note.Contains('#', StringComparison.Ordinal))
        {
            return note;
        }

        // An address keeps its lines: where to return to is staff's business, the marks around it are not.
        var words = note.Replace(Pending, "Conditions are pending: please accept or decline them.", StringComparison.Ordinal)
            .Replace("#RETURN_TO#", "Return to:", StringComparison.Ordinal)
            .Replace(AddressBegins, "Ship to:", StringComparison.Ordinal);
        return Mark().Replace(words, "").Trim() is { Length: > 0 } text ? text : null;
    }

    [GeneratedRegex(SequenceMark + "|#RT_END#|" + AddressEnds, Options, 1000)]
    private static partial Regex Mark();
}
