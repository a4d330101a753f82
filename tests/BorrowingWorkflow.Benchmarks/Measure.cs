using System.Diagnostics;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>Measures two things in turns, so that what else the machine does falls on both, and takes medians.</summary>
internal static class Measure
{
    /// <summary>The median time of each.</summary>
    /// <param name="rounds">How often each is timed, after one time that does not count.</param>
    /// <param name="ours">What is measured.</param>
    /// <param name="other">What it is measured against.</param>
    /// <param name="before">What makes room before each of them, and is not timed.</param>
    public static async Task<(TimeSpan Ours, TimeSpan Other)> InTurnsAsync(int rounds, Func<Task> ours, Func<Task> other, Func<Task>? before = null)
    {
        var medians = await InTurnsAsync(rounds, [ours, other], before);
        return (medians[0], medians[1]);
    }

    /// <summary>The median time of each of several.</summary>
    public static async Task<IReadOnlyList<TimeSpan>> InTurnsAsync(int rounds, IReadOnlyList<Func<Task>> actions, Func<Task>? before = null)
    {
        List<TimeSpan>[] times = [.. actions.Select(_ => new List<TimeSpan>())];
        for (var round = -1; round < rounds; round++)
        {
            for (var index = 0; index < actions.Count; index++)
            {
                await (before?.Invoke() ?? Task.CompletedTask);
                var time = await TimeAsync(actions[index]);
                if (round >= 0)
                {
                    times[index].Add(time);
                }
            }
        }

        return [.. times.Select(Median)];
    }

    /// <summary>The median time of an action that is repeated, and the bytes that this thread allocated for one repetition.</summary>
    public static (double Nanoseconds, double Bytes) Each(int repetitions, Action action)
    {
        for (var index = 0; index < repetitions / 10; index++)
        {
            action();
        }

        var times = new List<TimeSpan>();
        var allocated = 0L;
        for (var round = 0; round < 7; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            for (var index = 0; index < repetitions; index++)
            {
                action();
            }

            times.Add(watch.Elapsed);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (Median(times).TotalNanoseconds / repetitions, (double)allocated / repetitions);
    }

    public static async Task<TimeSpan> TimeAsync(Func<Task> action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await action();
        return watch.Elapsed;
    }

    public static TimeSpan Median(List<TimeSpan> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>One line: what was measured, and whether the target is met.</summary>
    public static void Print(string what, string figures, string target, bool isMet) =>
        Console.WriteLine($"{what,-46} {figures,-64} target {target}: {(isMet ? "met" : "MISSED")}");
}
