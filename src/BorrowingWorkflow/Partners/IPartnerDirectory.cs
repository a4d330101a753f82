namespace BorrowingWorkflow.Partners;

/// <summary>Where the engine looks partners up. Asked before every decision, so answers should come from memory.</summary>
/// <remarks>Implementations are safe for any number of threads. May be called any number of times; it changes nothing.</remarks>
public interface IPartnerDirectory
{
    /// <summary>The partner, or null where the code is unknown.</summary>
    ValueTask<Partner?> FindAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Every partner, active or not, in any order.</summary>
    IAsyncEnumerable<Partner> ListAsync(CancellationToken cancellationToken = default);
}
