using System.Collections.Frozen;

namespace BorrowingWorkflow.Partners;

/// <summary>A directory of partners that are given once. Safe for any number of threads.</summary>
public sealed class InMemoryPartnerDirectory : IPartnerDirectory
{
    private readonly FrozenDictionary<string, Partner> _partners;

    /// <summary>Makes a directory of the given partners.</summary>
    /// <exception cref="ArgumentException">Two partners have the same code.</exception>
    public InMemoryPartnerDirectory(params IEnumerable<Partner> partners)
    {
        ArgumentNullException.ThrowIfNull(partners);
        var all = partners.ToList();
        if (all.GroupBy(partner => partner.Code, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Partner {twice.Key} is given twice; codes are unique in a directory.", nameof(partners));
        }

        _partners = all.ToFrozenDictionary(partner => partner.Code, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public ValueTask<Partner?> FindAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new(_partners.GetValueOrDefault(code));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Partner> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var partner in _partners.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return partner;
        }
    }
}
