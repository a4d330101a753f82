namespace BorrowingWorkflow.Partners;

/// <summary>Where the engine looks partners up. Asked before every decision, so answers should come from memory.</summary>
/// <remarks>
/// Implementations are safe for any number of threads. May be called any number of times; it changes nothing. What it throws comes through to
/// the caller, and nothing is saved; in a locate it counts as an interruption, and a message that was to go out is tried again.
/// </remarks>
public interface IPartnerDirectory
{
    /// <summary>The partner, or null where the code is unknown.</summary>
    ValueTask<Partner?> FindAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Every partner, active or not, in any order.</summary>
    IAsyncEnumerable<Partner> ListAsync(CancellationToken cancellationToken = default);
}
