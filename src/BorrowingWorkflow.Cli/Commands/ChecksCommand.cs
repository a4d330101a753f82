using System.CommandLine;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Checks.Reports;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>The lists that staff work regularly, and the record that one was worked.</summary>
internal sealed class ChecksCommand
{
    private const int MembersInTable = 20;

    private readonly DatabaseOptions _db = new();
    private readonly Option<DateTimeOffset?> _now = Choices.Now();
    private readonly Option<string> _format = Choices.Format("json", "csv", "html", "table");
    private readonly Option<string> _cadence = new("--cadence") { Description = "Only the checks of this cadence.", DefaultValueFactory = _ => "all" };
    private readonly Option<string> _preset = new("--preset") { Description = "The guide's checks, or those of other consortia too.", DefaultValueFactory = _ => "csu" };
    private readonly Option<string?> _library = new("--library") { Description = "Only the requests of this library.", HelpName = "CODE" };
    private readonly Option<string?> _markDone = new("--mark-done") { Description = "Records that this check was worked, instead of listing.", HelpName = "CHECK" };
    private readonly Option<string?> _by = new("--by") { Description = "Who worked it; goes with --mark-done.", HelpName = "WHO" };

    public static Command Build(Desk desk) => new ChecksCommand().Make(desk);

    private Command Make(Desk desk)
    {
        _cadence.AcceptOnlyFromAmong("daily", "weekly", "monthly", "all");
        _preset.AcceptOnlyFromAmong("csu", "extended");
        var command = new Command("checks", "Lists what staff look at daily, weekly and monthly. It only looks.")
        {
            _db, _now, _cadence, _preset, _library, _format, _markDone, _by,
        };
        command.SetAction((call, cancellationToken) => RunAsync(desk, call, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(Desk desk, ParseResult call, CancellationToken cancellationToken)
    {
        var library = call.GetValue(_library);
        var now = call.GetValue(_now) ?? desk.Clock.GetUtcNow();
        var worked = Worked(call.GetValue(_markDone), call.GetValue(_by));
        await using var database = await _db.Of(call).OpenAsync(desk, null, cancellationToken);
        var runner = database.Get<CheckRunner>();
        if (worked is var (check, by))
        {
            await runner.MarkDoneAsync(check, by, library, now, cancellationToken);
            desk.Say($"Recorded: {check.Id} was worked by {by} at {Moment.Of(now)} for {library ?? "all libraries"}.");
            return ExitCode.Ok;
        }

        var format = Enum.Parse<CheckReportFormat>(call.GetValue(_format)!, ignoreCase: true);
        var cadence = call.GetValue(_cadence)!;
        var report = await runner.RunAsync(
            new()
            {
                Policies = CheckPresets.Named(call.GetValue(_preset)!)!,
                Cadence = cadence == "all" ? null : Enum.Parse<CheckCadence>(cadence, ignoreCase: true),
                Now = now,
                Library = library,
                Members = format == CheckReportFormat.Table ? MembersInTable : int.MaxValue,
            },
            cancellationToken);
        var text = CheckReports.Write(report, format);
        await (format == CheckReportFormat.Table ? desk.WriteForPeopleAsync(text, cancellationToken) : desk.WriteAsync(text, cancellationToken));
        return ExitCode.Ok;
    }

    private static (CheckPolicy Check, string By)? Worked(string? id, string? by)
    {
        if (id is null)
        {
            return by is null ? null : throw new BadInputException("--by goes with --mark-done CHECK.");
        }

        var check = CheckPresets.Find(id)
            ?? throw new BadInputException($"There is no check {id}. The checks are: {string.Join(", ", CheckPresets.Extended.Select(policy => policy.Id))}.");
        return string.IsNullOrWhiteSpace(by) ? throw new BadInputException("--mark-done needs --by WHO: who worked the check.") : (check, by);
    }
}
