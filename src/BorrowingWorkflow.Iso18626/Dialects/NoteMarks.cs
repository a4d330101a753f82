using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Iso18626.Dialects;

/// <summary>Marks that systems write into notes for each other, and that staff should not have to read.</summary>
internal static partial class NoteMarks
{
    private const string Pending = "#ReShareSupplierAwaitingConditionConfirmation#";

    /// <summary>The note in words; null where nothing is left of it.</summary>
    public static string? TakeOff(string? note)
    {
        if (note is null || !note.Contains('#', StringComparison.Ordinal))
        {
            return note;
        }

        // An address keeps its lines: where to return to is staff's business, the marks around it are not.
        var words = note.Replace(Pending, "Conditions are pending: please accept or decline them.", StringComparison.Ordinal)
            .Replace("#RETURN_TO#", "Return to:", StringComparison.Ordinal)
            .Replace("#SHIP_TO#", "Ship to:", StringComparison.Ordinal);
        return Mark().Replace(words, "").Trim() is { Length: > 0 } text ? text : null;
    }

    [GeneratedRegex("#(last)?seq:-?[0-9]*#|#RT_END#|#ST_END#", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
