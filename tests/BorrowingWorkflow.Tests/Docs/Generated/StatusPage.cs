using System.Globalization;
using System.Text;
using System.Text.Json;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Machine.Diagrams;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Docs.Generated;

/// <summary>The page of one status: what people wrote about it stands between what the table, the checks and the detectors say.</summary>
internal static class StatusPage
{
    public const string Written = "## In practice";

    private static readonly TransitionTable Machine = TransitionTable.Default;

    private static readonly Transition[] Rows = [.. Machine.Rows];

    private static readonly CompiledTransition[] Moves =
    [
        .. from status in Enum.GetValues<BorrowingStatus>()
           from trigger in Enum.GetValues<Trigger>()
           from move in Machine.Cell(status, trigger).ToArray()
           select move,
    ];

    /// <summary>The page's file, relative to docs.</summary>
    public static string PathOf(BorrowingStatus status) => $"statuses/{FileOf(status)}";

    /// <summary>A link from a page beside it.</summary>
    public static string LinkTo(BorrowingStatus status) => status == BorrowingStatus.None ? "no request yet" : $"[{status.Label()}]({FileOf(status)})";

    /// <summary>The whole page.</summary>
    /// <param name="status">The status.</param>
    /// <param name="written">What people wrote about it.</param>
    public static string Of(BorrowingStatus status, string written)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {status.Label()}\n{status.Meaning()}\n\n");
        text.Append(GeneratedPage.Table(["", ""], Facts(status)));
        text.Append(CultureInfo.InvariantCulture, $"\n{Written}\n{written}\n");
        Append(text, "Checks that list it", Checks(status));
        Append(text, "Detectors that watch it", Detectors(status));
        Append(text, "How a request gets here", Entrances(status));
        Append(text, "How it gets on", Exits(status));
        Append(text, "What keeps it here", Stays(status));
        return text.Append("\n[All statuses](README.md) · [The state machine](../state-machine.md)\n").ToString();
    }

    private static string FileOf(BorrowingStatus status) => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString())}.md";

    private static void Append(StringBuilder text, string heading, string section)
    {
        if (section.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n{section}");
        }
    }

    private static IEnumerable<string[]> Facts(BorrowingStatus status)
    {
        yield return ["Name in code", $"`{status}`"];
        yield return ["Alma's code", status.AlmaCode() is { } code ? $"`{code}`" : "none is publicly known"];
        yield return ["Phase", status.IsFinal() ? "Final: nothing more is expected" : PhaseWords(status)];
        yield return ["Who moves it on", WhoMoves(status)];
        yield return ["Clocks", Clocks(status)];
    }

    private static string PhaseWords(BorrowingStatus status) => Box.All.First(box => box.Statuses.Contains(status)).Label;

    private static string WhoMoves(BorrowingStatus status)
    {
        var actors = Moves.Where(move => move.From == status && IsMove(move)).Aggregate(default(Actors), (all, move) => all | move.Actors);
        return actors == default ? "nobody" : Words(actors);
    }

    private static string Clocks(BorrowingStatus status)
    {
        var running = Enum.GetValues<DeadlineKind>()
            .Select(kind => (Kind: kind, Trigger: Deadlines.TriggerOf(kind)))
            .Where(clock => Machine.Cell(status, clock.Trigger).ToArray().Any(move => (move.Actors & Actors.System) != 0))
            .Select(clock => $"{clock.Kind}: then {clock.Trigger}");
        return string.Join("; ", running) is { Length: > 0 } clocks ? clocks : "none";
    }

    private static string Checks(BorrowingStatus status) => GeneratedPage.Table(["Check", "How often", "What to do", "Remedies"],
        CheckPresets.Extended.Where(policy => Lists(policy, status)).Select(policy => new[]
        {
            $"[{policy.Title}](../checks.md#the-checks)",
            $"{policy.Cadence.ToString().ToLowerInvariant()} ({policy.Preset})",
            policy.Advice,
            string.Join(", ", policy.Remedies),
        }));

    /// <summary>Lists of flags and the catch-all are about every status; the index has them.</summary>
    private static bool Lists(CheckPolicy policy, BorrowingStatus status) =>
        policy.Id != "no-list" && policy.Select(new(DateTimeOffset.UnixEpoch, null)).Query.Statuses is { } statuses && statuses.Contains(status);

    private static string Detectors(BorrowingStatus status) => GeneratedPage.Table(["Detector", "Severity", "What it finds", "What to do"],
        AnomalyRules.All.Where(rule => rule.Statuses.Contains(status) && IsAboutSome(rule)).Select(rule => new[]
        {
            $"[{rule.Title}](../alerts.md#{rule.Id})", rule.Severity.ToString().ToLowerInvariant(), rule.When, rule.Remedy,
        }));

    /// <summary>Detectors that look at every request, open ones or not, would be on every page; the index has them.</summary>
    public static bool IsAboutSome(AnomalyRule rule) => (StatusGroups.NotFinal - rule.Statuses).Count > 0;

    private static string Entrances(BorrowingStatus status)
    {
        var rows = Moves.Where(move => move.From != status && LeadsTo(move, status) && IsMove(move))
            .GroupBy(move => (move.Clause, move.Restores))
            .OrderBy(group => PlaceOf(group.First()))
            .Select(group => new[] { FromWords(group), Triggers(group), Who(group), When(group.Key.Restores, group), group.Key.Clause });
        return GeneratedPage.Table(["From", "Trigger", "Who", "If", "Clause"], rows);
    }

    private static string FromWords(IEnumerable<CompiledTransition> moves)
    {
        StatusSet from = [.. moves.Select(move => move.From)];
        return from.Count > 4 ? StatusWords.Of(from) : string.Join(", ", from.Select(LinkTo));
    }

    private static string Exits(BorrowingStatus status)
    {
        var rows = Moves.Where(move => move.From == status && IsMove(move))
            .GroupBy(move => (move.Clause, To: LeadsTo(move)))
            .OrderBy(group => PlaceOf(group.First()))
            .Select(group => new[] { Triggers(group), Who(group), When(group), group.Key.To, group.First().Row.Effects, group.Key.Clause });
        return GeneratedPage.Table(["Trigger", "Who", "If", "Leads to", "And", "Clause"], rows);
    }

    /// <summary>An import takes every status but that of a tombstone, which the engine refuses before it looks at the table.</summary>
    private static bool LeadsTo(CompiledTransition move, BorrowingStatus status) =>
        Machine.Destinations(move).Contains(status) && !(move.Row.To.Kind == TargetKind.Imported && status == BorrowingStatus.Deleted);

    private static string LeadsTo(CompiledTransition move) => move.NamesNoStatus ? Diagram.RememberedLabel(move.Restores) : LinkTo(move.To);

    private static string Stays(BorrowingStatus status)
    {
        var rows = Moves.Where(move => move.From == status && !IsMove(move) && move.Row.From != StatusGroups.Any && move.Row.From != StatusGroups.NotFinal)
            .GroupBy(move => (move.Clause, move.Stays))
            .OrderBy(group => PlaceOf(group.First()))
            .Select(group => new[]
            {
                Triggers(group), Who(group), When(group), group.First().Row.Effects + (group.Key.Stays ? "" : " (its age starts again)"), group.Key.Clause,
            });
        return GeneratedPage.Table(["Trigger", "Who", "If", "And", "Clause"], rows) is { Length: > 0 } table
            ? $"{table}\n[Messages, notes and edits](../state-machine.md#messages-notes-and-edits) keep the status too, here as elsewhere.\n"
            : "";
    }

    private static int PlaceOf(CompiledTransition move) => Array.IndexOf(Rows, move.Row);

    private static bool IsMove(CompiledTransition move) => move.NamesNoStatus || move.To != move.From;

    private static string Triggers(IEnumerable<CompiledTransition> moves) => string.Join(", ", moves.Select(move => move.Trigger).Distinct().Order());

    private static string Who(IEnumerable<CompiledTransition> moves) => Words(moves.Aggregate(default(Actors), (all, move) => all | move.Actors));

    private static string Words(Actors actors) =>
        string.Join(", ", Enum.GetValues<Actor>().Where(actor => (actors & actor.AsSet()) != 0).Select(actor => actor.ToString().ToLowerInvariant()));

    private static string When(Memory restores, IEnumerable<CompiledTransition> moves)
    {
        string[] conditions = [When(moves), restores == Memory.None ? "" : $"it was {Diagram.RememberedLabel(restores)}"];
        return string.Join(", ", conditions.Where(condition => condition.Length > 0));
    }

    private static string When(IEnumerable<CompiledTransition> moves) =>
        string.Join(" or ", moves.Select(move => move.When.ToString()).Where(when => when.Length > 0).Distinct());
}
