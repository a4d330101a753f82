using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Cli.Replay;

/// <summary>What became of the lines so far.</summary>
internal sealed class ReplayTally
{
    private readonly int[] _verdicts = new int[Enum.GetValues<Verdict>().Length];

    /// <summary>The last line of the file that was dealt with, and every line before it.</summary>
    public int Line { get; private set; }

    public int Faults { get; private set; }

    public int Events => _verdicts.Sum();

    public void Add(int line, Verdict? verdict)
    {
        Line = line;
        if (verdict is { } known)
        {
            _verdicts[(int)known]++;
        }
        else
        {
            Faults++;
        }
    }

    /// <summary>In words: the verdicts that occurred, and the bad lines.</summary>
    public override string ToString()
    {
        var verdicts = Enum.GetValues<Verdict>().Where(verdict => _verdicts[(int)verdict] > 0).Select(verdict => $"{verdict} {_verdicts[(int)verdict]:N0}");
        var faults = Faults == 0 ? [] : new[] { $"bad input {Faults:N0}" };
        return $"{Events:N0} {(Events == 1 ? "event" : "events")}: {string.Join(", ", verdicts.Concat(faults).DefaultIfEmpty("nothing to do"))}";
    }
}
