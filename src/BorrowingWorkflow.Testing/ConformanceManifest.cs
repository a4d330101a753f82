using System.Collections.Concurrent;

namespace BorrowingWorkflow.Testing;

/// <summary>Which cases of a suite ran, and how they ended.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class ConformanceManifest
{
    private readonly IReadOnlyList<ConformanceCase> _cases;
    private readonly ConcurrentDictionary<string, bool> _passed = new(StringComparer.Ordinal);

    internal ConformanceManifest(IReadOnlyList<ConformanceCase> cases) => _cases = cases;

    /// <summary>The cases that passed when they last ran.</summary>
    public IReadOnlyList<ConformanceCase> Passed => [.. _cases.Where(one => _passed.GetValueOrDefault(one.Id))];

    /// <summary>The cases that failed when they last ran.</summary>
    public IReadOnlyList<ConformanceCase> Failed => [.. _cases.Where(one => _passed.TryGetValue(one.Id, out var passed) && !passed)];

    /// <summary>The cases that have not run.</summary>
    public IReadOnlyList<ConformanceCase> NotRun => [.. _cases.Where(one => !_passed.ContainsKey(one.Id))];

    /// <summary>Throws where a case did not run or did not pass: call it when the last test of the class is over.</summary>
    /// <exception cref="ConformanceException">No case ran, some did not run, or some failed; the message names them.</exception>
    public void EnsureComplete()
    {
        var (failed, notRun) = (Failed, NotRun);
        if (notRun.Count == _cases.Count)
        {
            throw new ConformanceException($"None of the {_cases.Count} cases ran: the test class has to run each row of the suite.");
        }

        if (notRun.Count > 0 || failed.Count > 0)
        {
            throw new ConformanceException(
                $"Of {_cases.Count} cases {failed.Count} failed and {notRun.Count} did not run. Failed: {Names(failed)}. Not run: {Names(notRun)}.");
        }
    }

    internal void Record(ConformanceCase one, bool passed) => _passed[one.Id] = passed;

    private static string Names(IReadOnlyList<ConformanceCase> cases) => cases.Count == 0 ? "none" : string.Join("; ", cases.Select(one => one.Name));
}
