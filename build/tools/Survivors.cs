// Runs the tests once for each change that a report of Stryker's lists, each time in a process of its own, since what is made once in a
// process (the tables, all that is static) can't be changed while it runs. Prints what survives as it is found, writes the verdicts into the
// report, and fails below 85 %.
// Usage: dotnet run Survivors.cs REPORT.json PROGRAM FILTER...
// PROGRAM is the tests beside the changed library. What the tests of one filter do not notice is tried with those of the next; what is static,
// mostly tables, begins at the last.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

const double Least = 0.85;
if (args is not [var report, var program, .. var filters] || filters.Length is 0)
{
    Console.Error.WriteLine("Survivors.cs needs a report, the tests' program and filters; build/mutation.sh gives them.");
    return 2;
}

// Finding the tests takes longest; without their cases it is quicker.
var config = Path.Combine(Path.GetDirectoryName(program)!, "quick.json");
File.WriteAllText(config, """{ "preEnumerateTheories": false }""");

var root = JsonNode.Parse(File.ReadAllText(report))!;
List<(string File, string[] Lines, JsonNode Mutant)> changes =
[
    .. from file in root["files"]!.AsObject()
       let lines = ((string)file.Value!["source"]!).Split('\n')
       from mutant in file.Value["mutants"]!.AsArray()
       where Status(mutant) is not ("Ignored" or "CompileError")
       select (file.Key, lines, mutant),
];
if (changes.Count is 0)
{
    Console.Error.WriteLine($"{report} lists no change.");
    return 1;
}

if (Verdict(filters, null) is not "Survived")
{
    Console.Error.WriteLine("The tests fail without a change: build/test.sh says which.");
    return 1;
}

Console.WriteLine($"{changes.Count} changes to try");
var tried = 0;
Parallel.ForEach(Partitioner.Create(changes, loadBalance: true), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, change =>
{
    var (file, lines, mutant) = change;
    var isStatic = mutant["static"] is { } made && (bool)made;
    var verdict = Verdict(isStatic ? filters.Reverse() : filters, (string)mutant["id"]!);
    mutant["status"] = verdict;
    if (verdict is "Survived")
    {
        var line = (int)mutant["location"]!["start"]!["line"]!;
        Console.WriteLine($"{file}({line}): {lines[line - 1].Trim()}\n    {mutant["mutatorName"]}: {((string)mutant["replacement"]!).ReplaceLineEndings(" ")}");
    }

    if (Interlocked.Increment(ref tried) is var count && count % 50 is 0)
    {
        Console.WriteLine($"{count} of {changes.Count} tried");
    }
});
File.WriteAllText(report, root.ToJsonString());

var survived = changes.Count(change => Status(change.Mutant) is "Survived");
var late = changes.Count(change => Status(change.Mutant) is "Timeout");
var score = 1 - ((double)survived / changes.Count);
Console.WriteLine(FormattableString.Invariant($"{100 * score:0.0} % of {changes.Count} changes were noticed, {late} of them by time-out; {survived} were not"));
return score < Least ? 1 : 0;

static string Status(JsonNode? mutant) => (string)mutant!["status"]!;

string Verdict(IEnumerable<string> order, string? change) =>
    order.Select(filter => Run(filter, change)).FirstOrDefault(verdict => verdict is not "Survived", "Survived");

// Stryker's code in the library reads which change is active from the variable that another variable names.
string Run(string filter, string? change)
{
    var start = new ProcessStartInfo(program, ["--filter", filter, "--stop-on-fail", "on", "--xunit-config-filename", config])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
    start.Environment["STRYKER_MUTANT_ID_CONTROL_VAR"] = "ACTIVE_CHANGE";
    start.Environment["ACTIVE_CHANGE"] = change ?? "-1";
    using var tests = Process.Start(start)!;
    tests.BeginOutputReadLine();
    tests.BeginErrorReadLine();
    if (tests.WaitForExit(TimeSpan.FromSeconds(40)))
    {
        return tests.ExitCode is 0 ? "Survived" : "Killed";
    }

    tests.Kill(entireProcessTree: true);
    return "Timeout";
}
