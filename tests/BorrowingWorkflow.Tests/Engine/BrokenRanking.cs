using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>A ranking that throws: the locate is interrupted.</summary>
internal sealed class BrokenRanking : IRotaRanking
{
    public ValueTask<IReadOnlyList<RankedPartner>> RankAsync(
        BorrowingRequest request, Partner? borrower, IReadOnlyList<Partner> candidates, CancellationToken cancellationToken = default) =>
        throw new IOException("The catalogue does not answer.");
}
