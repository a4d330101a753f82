namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>A scale from nought to a round number, with a few round numbers in between.</summary>
internal sealed class Axis
{
    private const int MostSteps = 4;

    private static readonly double[] Steps = [1, 2, 5, 10];

    private readonly double _start;
    private readonly double _length;

    /// <summary>Makes a scale.</summary>
    /// <param name="greatest">The greatest value that has to fit.</param>
    /// <param name="start">Where nought is, in the picture's units.</param>
    /// <param name="end">Where the scale ends; may be less than <paramref name="start"/>.</param>
    /// <param name="leastStep">The least distance of two marks; 1 for what is counted.</param>
    public Axis(double greatest, double start, double end, double leastStep = 1)
    {
        (_start, _length) = (start, end - start);
        var wanted = Math.Max(greatest, leastStep) / MostSteps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        var step = Math.Max(leastStep, Steps.First(step => step * power >= wanted * 0.999) * power);
        var count = (int)Math.Ceiling(Math.Max(greatest, leastStep) / step);
        Marks = [.. Enumerable.Range(0, count + 1).Select(mark => mark * step)];
    }

    /// <summary>The round numbers, from nought to the end.</summary>
    public IReadOnlyList<double> Marks { get; }

    /// <summary>Where a value is.</summary>
    public double At(double value) => _start + (_length * value / Marks[^1]);
}
