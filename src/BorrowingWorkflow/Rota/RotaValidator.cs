using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Rota;

/// <summary>Finds what is wrong with a rota before anything is sent. Pure; safe for any number of threads.</summary>
public static class RotaValidator
{
    /// <summary>What is wrong with the rota, at most one finding an entry, in the order of the entries; empty where every entry can be asked.</summary>
    /// <param name="library">The borrowing library's code.</param>
    /// <param name="citation">What is asked for: a file for a digital request or an article, else a physical item.</param>
    /// <param name="partners">The codes in order, each with its partner as the directory knows it; null where it does not.</param>
    public static IReadOnlyList<RotaFinding> Validate(
        string library, Citation citation, IReadOnlyList<(string Code, Partner? Partner)> partners)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(citation);
        ArgumentNullException.ThrowIfNull(partners);
        var findings = new List<RotaFinding>();
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        for (var position = 0; position < partners.Count; position++)
        {
            var (code, partner) = partners[position];
            if (FaultOf(library, citation, code, partner, isFirst: earlier.Add(code)) is { } fault)
            {
                findings.Add(new(position, code, fault, InWords(fault)));
            }
        }

        return findings;
    }

    /// <summary>Why each entry can't be asked, in words for staff.</summary>
    /// <param name="library">The borrowing library's code.</param>
    /// <param name="citation">What is asked for.</param>
    /// <param name="partners">The codes in order, each with its partner as the directory knows it; null where it does not.</param>
    /// <returns>A text for each entry, in the same order; null where the entry can be asked.</returns>
    public static IReadOnlyList<string?> Check(
        string library, Citation citation, IReadOnlyList<(string Code, Partner? Partner)> partners)
    {
        var findings = Validate(library, citation, partners);
        var reasons = new string?[partners.Count];
        foreach (var finding in findings)
        {
            reasons[finding.Position] = finding.Reason;
        }

        return reasons;
    }

    /// <summary>What a partner must supply to be asked for it.</summary>
    internal static Supplies Needed(Citation citation) =>
        citation.Format == RequestFormat.Digital || citation.Type == CitationType.Article ? Supplies.Digital : Supplies.Physical;

    internal static RotaFault? FaultOf(string library, Citation citation, string code, Partner? partner, bool isFirst)
    {
        if (string.Equals(code, library, StringComparison.Ordinal))
        {
            return RotaFault.BorrowerItself;
        }

        if (!isFirst)
        {
            return RotaFault.NamedTwice;
        }

        if (partner is null)
        {
            return RotaFault.Unknown;
        }

        if (!partner.IsActive)
        {
            return RotaFault.Inactive;
        }

        var needed = Needed(citation);
        if ((partner.Supplies & needed) != 0)
        {
            return null;
        }

        return needed == Supplies.Digital ? RotaFault.SuppliesNoFiles : RotaFault.SuppliesNoPhysicalItems;
    }

    internal static string InWords(RotaFault fault) => fault switch
    {
        RotaFault.BorrowerItself => "It is the borrowing library itself.",
        RotaFault.NamedTwice => "An earlier entry names the same partner.",
        RotaFault.Unknown => "The partner directory does not know it.",
        RotaFault.Inactive => "The partner takes no requests at present.",
        RotaFault.SuppliesNoFiles => "The partner supplies no files, and a file is wanted.",
        RotaFault.SuppliesNoPhysicalItems => "The partner supplies no physical items, and one is wanted.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };
}
