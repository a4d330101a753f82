using System.Collections.Frozen;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>Holdings that are given once, or asked of a function: for tests, demonstrations and small hosts. Safe for any number of threads.</summary>
public sealed class InMemoryHoldingsLocator : IHoldingsLocator
{
    private readonly Func<BorrowingRequest, string, Holding?> _find;

    /// <summary>Makes a locator of who holds what.</summary>
    /// <param name="holders">
    /// The codes of the holders by identifier, which is an ISBN, an ISSN, an OCLC number (with a prefix such as <c>oclc:</c>) or a DOI in any of
    /// their usual forms. A request is held where one of its identifiers is.
    /// </param>
    /// <exception cref="ArgumentException">A key is no identifier.</exception>
    public InMemoryHoldingsLocator(IEnumerable<KeyValuePair<string, IReadOnlyCollection<string>>> holders)
    {
        ArgumentNullException.ThrowIfNull(holders);
        var byKey = holders
            .SelectMany(pair => Identifiers.KeysOf(pair.Key) is { Count: > 0 } keys
                ? keys.Select(key => (key, pair.Value))
                : throw new ArgumentException($"{pair.Key} is no ISBN, ISSN, OCLC number or DOI.", nameof(holders)))
            .GroupBy(pair => pair.key, pair => pair.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(codes => codes).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _find = (request, partner) =>
            Identifiers.KeysOf(request.Citation).Any(key => byKey.TryGetValue(key, out var codes) && codes.Contains(partner))
                ? new(partner)
                : null;
    }

    /// <summary>Makes a locator of a function.</summary>
    /// <param name="find">The holding of a request's item at the partner with the code; null for none. Called from any thread.</param>
    public InMemoryHoldingsLocator(Func<BorrowingRequest, string, Holding?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        _find = find;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Holding>> LocateAsync(
        BorrowingRequest request, IReadOnlyList<string> partners, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(partners);
        cancellationToken.ThrowIfCancellationRequested();
        return new([.. partners.Select(partner => _find(request, partner)).OfType<Holding>()]);
    }
}
