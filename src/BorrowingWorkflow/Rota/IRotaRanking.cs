using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Rota;

/// <summary>Sorts the partners that could supply. A host may have its own, by load, by distance, by turnaround.</summary>
/// <remarks>
/// Implementations are safe for any number of threads. May be called again for the same request after an interruption; it changes
/// nothing. An exception counts as an interruption of the locate, which is tried again.
/// </remarks>
public interface IRotaRanking
{
    /// <summary>The candidates, best first.</summary>
    /// <param name="request">The request.</param>
    /// <param name="borrower">The borrowing library as the directory knows it; null where it does not.</param>
    /// <param name="candidates">Partners that hold it and can be asked, each once, in no order that matters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Candidates, none twice. One that is left out is not asked.</returns>
    ValueTask<IReadOnlyList<RankedPartner>> RankAsync(
        BorrowingRequest request, Partner? borrower, IReadOnlyList<Partner> candidates, CancellationToken cancellationToken = default);
}
