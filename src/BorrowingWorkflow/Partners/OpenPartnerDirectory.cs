namespace BorrowingWorkflow.Partners;

/// <summary>Knows every code as an active partner with the default profile: what the workflow assumes where no directory is given.</summary>
public sealed class OpenPartnerDirectory : IPartnerDirectory
{
    /// <inheritdoc/>
    public ValueTask<Partner?> FindAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new(new Partner(code));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Partner> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }
}
