using System.Globalization;
using BorrowingWorkflow.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rows = 1_000_000;
var rounds = 5;
var names = new List<string>();
for (var index = 0; index < args.Length; index++)
{
    if (args[index] == "--rows" && index + 1 < args.Length && int.TryParse(args[index + 1], out var given) && given >= 100_000)
    {
        rows = given;
        index++;
    }
    else if (args[index] == "--rounds" && index + 1 < args.Length && int.TryParse(args[index + 1], out var times) && times >= 1)
    {
        rounds = times;
        index++;
    }
    else
    {
        names.Add(args[index]);
    }
}

var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["lookup"] = LookupBenchmark.RunAsync,
    ["decide"] = DecideBenchmark.RunAsync,
    ["replay"] = ReplayBenchmark.RunAsync,
    ["callers"] = CallersBenchmark.RunAsync,
    ["saga"] = () => SagaBenchmark.RunAsync(rounds),
    ["postgresql"] = () => PostgreSqlSavesBenchmark.RunAsync(rounds),
    ["byhand"] = () => ByHandBenchmark.RunAsync(rounds),
    ["pgtables"] = () => PostgreSqlTablesBenchmark.RunAsync(rows),
    ["desk"] = () => DeskBenchmark.RunAsync(rows, rounds),
    ["lists"] = () => ListsBenchmark.RunAsync(rows),
    ["tables"] = () => TablesBenchmark.RunAsync(rows),
};
if (names.Find(name => !benchmarks.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark {unknown}. There are: {string.Join(", ", benchmarks.Keys)}; --rows N (at least 100000) sizes the tables, --rounds N (at least 1) says how often saves, sagas and pages are measured.");
    return 2;
}

Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}");
foreach (var name in names.Count > 0 ? names : [.. benchmarks.Keys])
{
    Console.WriteLine();
    Console.WriteLine($"== {name}");
    await benchmarks[name]();
}

return 0;
