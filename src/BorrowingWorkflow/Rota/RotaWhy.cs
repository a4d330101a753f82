using System.Globalization;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Rota;

/// <summary>The words of the why-log.</summary>
internal static class RotaWhy
{
    public static string Listed(int number, RotaTemplate template) =>
        string.Create(CultureInfo.InvariantCulture, $"number {number} of template {template.Name}");

    public static RotaDecision In(
        RotaCandidate candidate, int place, ILookup<string, Holding> holdings, Dictionary<string, EntryState> answered)
    {
        var (partner, _, why) = candidate;
        var lastResort = partner.IsLastResort ? ", last resort" : "";
        var earlier = answered.TryGetValue(partner.Code, out var state) ? $", asked before: {state}" : "";
        var where = holdings[partner.Code].First(holding => holding.IsRequestable).Reason is { } reason ? $"; {reason}" : "";
        return new(partner.Code, true, Sentence(string.Create(CultureInfo.InvariantCulture, $"Place {place}: {why}{lastResort}{earlier}{where}")));
    }

    public static RotaDecision Out(string code, RotaFault fault) => new(code, false, RotaValidator.InWords(fault));

    /// <summary>Nothing to request there: the holding that was found, or null.</summary>
    public static RotaDecision NotHeld(string code, Holding? holding) => new(code, false, holding switch
    {
        null => "The locate found no holding there.",
        { Reason: { } reason } => $"It holds it, but does not lend it at present: {Sentence(reason)}",
        _ => "It holds it, but does not lend it at present.",
    });

    public static RotaDecision LeftOut(RotaCandidate candidate) => new(candidate.Partner.Code, false, "The ranking left it out.");

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
