using System.Globalization;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Fuzz;

/// <summary>
/// Reads mutated messages. Whatever they are, the reader gives a message or a fault, in steps and memory that the bytes and the limits bound;
/// and what can be written of a message comes back as the same message.
/// </summary>
internal sealed class FuzzRun(int seed)
{
    /// <summary>What reading anything may allocate: the reader's own buffers and tables.</summary>
    public const long AllocatedAtLeast = 256 * 1024;

    /// <summary>What reading may allocate for each byte of the input that is within the limit.</summary>
    public const long AllocatedPerByte = 64;

    /// <summary>What it may allocate for each element: one that nobody knows is kept with its place, however short it is.</summary>
    public const long AllocatedPerElement = 512;

    private static readonly Iso18626Limits Narrow = new()
    {
        MaxBytes = 20_000,
        MaxDepth = 8,
        MaxElements = 200,
        MaxAttributes = 8,
        MaxTextLength = 2_000,
        MaxRepeats = 20,
    };

    private readonly Mutator _mutator = new(seed);

    /// <summary>The number of the input that is being read, for whoever watches that it ends.</summary>
    public long Current { get; private set; }

    /// <summary>How many inputs were messages.</summary>
    public long Messages { get; private set; }

    /// <summary>How many of the messages could be written again.</summary>
    public long Written { get; private set; }

    /// <summary>How many faults there were of each kind.</summary>
    public Dictionary<Iso18626FaultKind, long> Faults { get; } = [];

    /// <summary>The most bytes that were allocated for a byte of input, beyond <see cref="AllocatedAtLeast"/>.</summary>
    public double MostPerByte { get; private set; }

    /// <summary>Reads the inputs of a range of numbers.</summary>
    /// <exception cref="FuzzException">An input was not taken as it has to be. It says how to repeat it.</exception>
    public void Go(long from, long count)
    {
        for (Current = from; Current < from + count; Current++)
        {
            var input = _mutator.Make(Current);
            try
            {
                Check(input);
            }
            catch (Exception error) when (error is not FuzzException)
            {
                throw Failed($"threw {error}");
            }
        }
    }

    /// <summary>The most that reading may have allocated, by the limits.</summary>
    public static long Bound(Iso18626ReadResult result, int bytes, Iso18626Limits limits) =>
        AllocatedAtLeast + (AllocatedPerByte * bytes) + (AllocatedPerElement * Math.Min(result.Steps, limits.MaxElements));

    private void Check(byte[] input)
    {
        var limits = Current % 4 == 0 ? Narrow : Iso18626Limits.Default;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Current % 2 == 0 ? Iso18626Reader.Read(input, limits) : ReadStream(input, limits);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var taken = Math.Min(input.Length, limits.MaxBytes);
        MostPerByte = Math.Max(MostPerByte, (allocated - AllocatedAtLeast) / (double)Math.Max(1, taken));
        Demand(allocated <= Bound(result, taken, limits), $"allocated {allocated} bytes for {input.Length}");
        Demand(result.Steps <= taken + 1, $"took {result.Steps} steps for {input.Length} bytes");

        if (!result.IsMessage)
        {
            Faults[result.Fault.Kind] = Faults.GetValueOrDefault(result.Fault.Kind) + 1;
            Demand(result.Fault.Text.Length is > 0 and < 300, "has a fault without a proper text");
            return;
        }

        Messages++;
        CheckWriting(result.Message);
    }

    private void CheckWriting(Iso18626Message message)
    {
        byte[] bytes;
        try
        {
            bytes = Iso18626Writer.Write(message);
        }
        catch (InvalidMessageException)
        {
            return;
        }

        Written++;
        var again = Iso18626Reader.Read(bytes, new() { MaxBytes = 1 << 24, MaxTextLength = 1 << 24, MaxElements = 1 << 20 });
        Demand(again.IsMessage && again.Deviations.Count == 0, $"was written as what is no proper message: {again}");
        Demand(Iso18626Writer.Write(again.Message!).AsSpan().SequenceEqual(bytes), "is written otherwise the second time");
    }

    // The bytes are all there, so that it never waits and stays on this thread.
    private static Iso18626ReadResult ReadStream(byte[] input, Iso18626Limits limits)
    {
        using var stream = new MemoryStream(input);
        return Iso18626Reader.ReadAsync(stream, limits).GetAwaiter().GetResult();
    }

    private void Demand(bool holds, string problem)
    {
        if (!holds)
        {
            throw Failed(problem);
        }
    }

    private FuzzException Failed(string problem) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Input {Current} of seed {seed} {problem}\nRepeat it: dotnet run -c Release --project tests/BorrowingWorkflow.Iso18626.Fuzz -- 1 {seed} {Current}"));
}
