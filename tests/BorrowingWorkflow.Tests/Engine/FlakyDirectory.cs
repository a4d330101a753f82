using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>A directory that can be out of reach.</summary>
internal sealed class FlakyDirectory : IPartnerDirectory
{
    private readonly InMemoryPartnerDirectory _inner = new(new Partner("CHICO"), new Partner("CSUN"));

    public bool IsDown { get; set; }

    public ValueTask<Partner?> FindAsync(string code, CancellationToken cancellationToken = default) =>
        IsDown ? throw new IOException("The directory does not answer.") : _inner.FindAsync(code, cancellationToken);

    public IAsyncEnumerable<Partner> ListAsync(CancellationToken cancellationToken = default) => _inner.ListAsync(cancellationToken);
}
