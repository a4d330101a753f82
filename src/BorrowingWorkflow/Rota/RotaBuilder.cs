using System.Runtime.CompilerServices;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Rota;

/// <summary>Builds the rota of a request and says why it is as it is. Changes nothing; safe for any number of threads.</summary>
/// <remarks>
/// The candidates are the partners of the templates that the first fitting rule names, or the whole directory where there is no rule.
/// Those that can't be asked (<see cref="RotaFault"/>) drop out first, then those at which the locator finds nothing to request. What is
/// left is asked template by template. Partners of last resort come after all others, and those that have answered an earlier rota of
/// the request after these (clause FI-14).
/// </remarks>
public sealed class RotaBuilder
{
    private static readonly RotaTemplate WholeDirectory = new("whole directory") { Order = RotaOrder.ByRanking };

    private readonly IPartnerDirectory _directory;
    private readonly IHoldingsLocator _locator;
    private readonly IRotaRanking _ranking;
    private readonly Dictionary<string, RotaTemplate> _templates;
    private readonly RotaAssignmentRule[] _rules;

    /// <summary>Makes a builder.</summary>
    /// <exception cref="ArgumentException">
    /// Two templates have the same name, a rule names a template that does not exist, or a template in listed order lists nobody.
    /// </exception>
    public RotaBuilder(IPartnerDirectory directory, IHoldingsLocator locator, IRotaRanking ranking, RotaOptions options)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(locator);
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(options);
        _directory = directory;
        _locator = locator;
        _ranking = ranking;
        _rules = [.. options.Rules];
        _templates = options.TemplatesByName();
    }

    /// <summary>Builds the rota.</summary>
    /// <param name="request">The request; the entries of its earlier rotas count where they were answered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidOperationException">The ranking named a partner twice, or one that was no candidate.</exception>
    /// <remarks>What directory, locator or ranking throw comes through; it counts as an interruption of the locate.</remarks>
    public async Task<RotaPlan> BuildAsync(BorrowingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rule = Array.Find(_rules, rule => rule.IsEnabled && rule.Fits(request));
        RotaTemplate[] templates = _rules.Length == 0 ? [WholeDirectory] : [.. rule?.Templates.Select(name => _templates[name]) ?? []];
        var outs = new List<RotaDecision>();
        var askable = await AskableAsync(request, templates, outs, cancellationToken).ConfigureAwait(false);
        var holdings = await HoldingsAsync(request, askable, cancellationToken).ConfigureAwait(false);
        askable.RemoveAll(candidate => DropsOut(candidate.Partner, holdings, outs));
        var ordered = await OrderAsync(request, templates, askable, outs, cancellationToken).ConfigureAwait(false);

        var answered = Answered(request);
        List<RotaCandidate> rota =
        [
            .. ordered.OrderBy(candidate => answered.ContainsKey(candidate.Partner.Code)).ThenBy(candidate => candidate.Partner.IsLastResort),
        ];
        return new(
            [.. rota.Select(candidate => candidate.Partner.Code)],
            [.. rota.Select((candidate, index) => RotaWhy.In(candidate, index + 1, holdings, answered)), .. outs],
            rule?.Name,
            _rules.Length == 0 ? [] : [.. templates.Select(template => template.Name)]);
    }

    private async Task<List<RotaCandidate>> AskableAsync(
        BorrowingRequest request, RotaTemplate[] templates, List<RotaDecision> outs, CancellationToken cancellationToken)
    {
        var askable = new List<RotaCandidate>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < templates.Length; index++)
        {
            var number = 0;
            await foreach (var (code, partner) in PartnersAsync(templates[index], cancellationToken).ConfigureAwait(false))
            {
                number++;
                if (!seen.Add(code))
                {
                    continue;
                }

                if (RotaValidator.FaultOf(request.Library, request.Citation, code, partner, isFirst: true) is { } fault)
                {
                    outs.Add(RotaWhy.Out(code, fault));
                }
                else
                {
                    askable.Add(new(partner!, index, RotaWhy.Listed(number, templates[index])));
                }
            }
        }

        return askable;
    }

    private async IAsyncEnumerable<(string Code, Partner? Partner)> PartnersAsync(
        RotaTemplate template, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (template.Partners.Count == 0)
        {
            // The directory's order is anything; a why-log should be the same every time.
            var all = new SortedDictionary<string, Partner>(StringComparer.Ordinal);
            await foreach (var partner in _directory.ListAsync(cancellationToken).ConfigureAwait(false))
            {
                all[partner.Code] = partner;
            }

            foreach (var (code, partner) in all)
            {
                yield return (code, partner);
            }
        }

        foreach (var code in template.Partners)
        {
            yield return (code, await _directory.FindAsync(code, cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task<ILookup<string, Holding>> HoldingsAsync(
        BorrowingRequest request, List<RotaCandidate> candidates, CancellationToken cancellationToken)
    {
        IReadOnlyList<Holding> found = candidates.Count == 0
            ? []
            : await _locator.LocateAsync(request, [.. candidates.Select(candidate => candidate.Partner.Code)], cancellationToken).ConfigureAwait(false);
        return found.ToLookup(holding => holding.Partner, StringComparer.Ordinal);
    }

    private static bool DropsOut(Partner partner, ILookup<string, Holding> holdings, List<RotaDecision> outs)
    {
        var found = holdings[partner.Code];
        if (found.Any(holding => holding.IsRequestable))
        {
            return false;
        }

        outs.Add(RotaWhy.NotHeld(partner.Code, found.FirstOrDefault()));
        return true;
    }

    private async Task<List<RotaCandidate>> OrderAsync(
        BorrowingRequest request,
        RotaTemplate[] templates,
        List<RotaCandidate> candidates,
        List<RotaDecision> outs,
        CancellationToken cancellationToken)
    {
        var ordered = new List<RotaCandidate>(candidates.Count);
        Partner? borrower = null;
        for (var index = 0; index < templates.Length; index++)
        {
            var ofTemplate = candidates.FindAll(candidate => candidate.Template == index);
            if (templates[index].Order == RotaOrder.AsListed || ofTemplate.Count == 0)
            {
                ordered.AddRange(ofTemplate);
                continue;
            }

            borrower ??= await _directory.FindAsync(request.Library, cancellationToken).ConfigureAwait(false);
            var ranked = await _ranking
                .RankAsync(request, borrower, [.. ofTemplate.Select(candidate => candidate.Partner)], cancellationToken)
                .ConfigureAwait(false);
            var left = ofTemplate.ToDictionary(candidate => candidate.Partner.Code, StringComparer.Ordinal);
            foreach (var (partner, reason) in ranked)
            {
                if (!left.Remove(partner.Code, out var candidate))
                {
                    throw new InvalidOperationException($"The ranking named {partner.Code} twice, or without its being a candidate.");
                }

                ordered.Add(candidate with { Why = reason });
            }

            outs.AddRange(ofTemplate.Where(candidate => left.ContainsKey(candidate.Partner.Code))
                .Select(candidate => RotaWhy.LeftOut(candidate)));
        }

        return ordered;
    }

    // What each partner answered to an earlier rota. One that was closed or skipped before it answered is asked in its turn.
    private static Dictionary<string, EntryState> Answered(BorrowingRequest request)
    {
        var answered = new Dictionary<string, EntryState>(StringComparer.Ordinal);
        foreach (var entry in request.Rota)
        {
            if (entry.HasAnswered)
            {
                answered[entry.Partner] = entry.State;
            }
        }

        return answered;
    }
}
