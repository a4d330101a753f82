using System.Globalization;
using BorrowingWorkflow.Faults.Hosts;
using BorrowingWorkflow.Faults.Runs;
using BorrowingWorkflow.PostgreSql;
using BorrowingWorkflow.Sqlite;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Tests.Servers;

// docs/faults.md says what this is for.
//   run [--store sqlite|postgresql|both] [--minutes N] [--seed N]
//   host STORE CONNECTION CLOCK-OFFSET   started by run, one process each
if (args is ["host", var kind, var connection, var offset])
{
    IWorkflowStore store = kind == "sqlite" ? new SqliteWorkflowStore(connection) : new PostgreSqlWorkflowStore(connection);
    await HostProgram.RunAsync(store, new(long.Parse(offset, CultureInfo.InvariantCulture)));
    return 0;
}

string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : otherwise;

if (args is not ["run", ..] || Option("--store", "both") is not ("sqlite" or "postgresql" or "both"))
{
    await Console.Error.WriteLineAsync("run [--store sqlite|postgresql|both] [--minutes N] [--seed N]");
    return 2;
}

var chosen = Option("--store", "both");
RunOptions options = new()
{
    Seed = int.Parse(Option("--seed", $"{Environment.ProcessId}"), CultureInfo.InvariantCulture),
    Length = TimeSpan.FromMinutes(double.Parse(Option("--minutes", "10"), CultureInfo.InvariantCulture) / (chosen == "both" ? 2 : 1)),
    // About 200 steps a second: a long run is long in faults, not in rows.
    Pause = TimeSpan.FromMilliseconds(30),
};
Console.WriteLine($"seed {options.Seed}");
var isGood = true;
if (chosen != "postgresql")
{
    await using SqliteStage stage = new();
    isGood &= await ReportAsync(stage);
}

if (chosen != "sqlite")
{
    if (PostgreSqlBinaries.Find() is null)
    {
        await Console.Error.WriteLineAsync($"PostgreSQL is left out: it {PostgreSqlBinaries.ReasonToSkip()}");
        return 2;
    }

    await using var stage = await PostgreSqlStage.StartAsync(options.Hosts);
    isGood &= await ReportAsync(stage);
}

return isGood ? 0 : 1;

async Task<bool> ReportAsync(IStage stage)
{
    var report = await Conductor.RunAsync(options, stage);
    Console.WriteLine(report);
    return report.IsGood;
}
