using System.Globalization;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Rota;

/// <summary>Sorts by what the directory says of the partners. Safe for any number of threads.</summary>
/// <remarks>
/// Each criterion only decides between partners that tie on those before it:
/// <list type="number">
/// <item><see cref="Partner.IsLastResort"/>: partners that are asked only when nobody else is left come last.</item>
/// <item><see cref="Partner.Group"/>: partners of the borrowing library's own group come first. Without a group nobody does.</item>
/// <item><see cref="Partner.Priority"/>: the lower the earlier.</item>
/// <item><see cref="Partner.Cost"/>: the cheaper the earlier.</item>
/// <item><see cref="Partner.Balance"/>: the more the borrower lent to it, on balance, the earlier.</item>
/// <item><see cref="Partner.Code"/>, ordinally, so that the order is always the same.</item>
/// </list>
/// </remarks>
public sealed class StandardRanking : IRotaRanking
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RankedPartner>> RankAsync(
        BorrowingRequest request, Partner? borrower, IReadOnlyList<Partner> candidates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(candidates);
        return new(
        [
            .. candidates
                .OrderBy(partner => partner.IsLastResort)
                .ThenBy(partner => !IsLocal(partner, borrower))
                .ThenBy(partner => partner.Priority)
                .ThenBy(partner => partner.Cost)
                .ThenByDescending(partner => partner.Balance)
                .ThenBy(partner => partner.Code, StringComparer.Ordinal)
                .Select(partner => new RankedPartner(partner, InWords(partner, borrower))),
        ]);
    }

    private static bool IsLocal(Partner partner, Partner? borrower) =>
        borrower?.Group is { } group && string.Equals(partner.Group, group, StringComparison.Ordinal);

    private static string InWords(Partner partner, Partner? borrower)
    {
        var group = IsLocal(partner, borrower) ? "same group, " : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{group}priority {partner.Priority}, cost {partner.Cost}, balance {partner.Balance}");
    }
}
