using System.Globalization;
using BorrowingWorkflow.Iso18626.Fuzz;

// Usage: [count, 1,000,000] [seed, 18626] [first number, 0]
var numbers = args.Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
var count = numbers.ElementAtOrDefault(0) is > 0 and var given ? given : 1_000_000;
var seed = numbers.Length > 1 ? (int)numbers[1] : 18626;
var first = numbers.ElementAtOrDefault(2);

var run = new FuzzRun(seed);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} inputs from number {first} on, seed {seed}"));
var seen = -1L;
using var watch = new Timer(_ =>
{
    if (seen == run.Current)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Input {seen} of seed {seed} does not end."));
        Environment.Exit(1);
    }

    seen = run.Current;
});
watch.Change(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60));

var started = TimeProvider.System.GetTimestamp();
try
{
    run.Go(first, count);
}
catch (FuzzException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{run.Messages} messages, {run.Written} of them written again; {TimeProvider.System.GetElapsedTime(started).TotalSeconds:F0} s; at most {run.MostPerByte:F1} bytes allocated a byte"));
foreach (var (kind, faults) in run.Faults.OrderBy(pair => pair.Key))
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{faults} {kind}"));
}

return 0;
