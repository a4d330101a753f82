using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>
/// Counts the open requests by phase at equal distances, both ends included. A request that enters a status at the very moment that is
/// counted stands in it. Memory depends on the number of moments only.
/// </summary>
internal sealed class PhaseCounter(DateTimeOffset from, DateTimeOffset until, int steps)
{
    private static readonly int Phases = Enum.GetValues<RequestPhase>().Length;

    // Differences: what begins at a moment is added there, what ended before it is taken away.
    private readonly int[,] _changes = new int[steps + 2, Phases];

    public void Add(in Stay stay)
    {
        if (stay.Status.IsFinal())
        {
            return;
        }

        var phase = (int)stay.Status.Phase();
        _changes[FirstFrom(stay.From), phase]++;
        _changes[stay.Until is { } end ? FirstFrom(end) : steps + 1, phase]--;
    }

    public IReadOnlyList<PhaseMoment> Moments()
    {
        var moments = new PhaseMoment[steps + 1];
        var counts = new int[Phases];
        for (var index = 0; index <= steps; index++)
        {
            for (var phase = 0; phase < Phases; phase++)
            {
                counts[phase] += _changes[index, phase];
            }

            moments[index] = new(At(index), [.. counts]);
        }

        return moments;
    }

    private DateTimeOffset At(int index) => index == steps ? until : from + (until - from).Multiply((double)index / steps);

    /// <summary>The first moment at or after <paramref name="at"/>; one past the last where there is none.</summary>
    private int FirstFrom(DateTimeOffset at)
    {
        var index = 0;
        while (index <= steps && At(index) < at)
        {
            index++;
        }

        return index;
    }
}
