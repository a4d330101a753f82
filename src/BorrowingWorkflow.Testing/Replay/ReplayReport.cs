namespace BorrowingWorkflow.Testing.Replay;

/// <summary>What a replay found.</summary>
public sealed record ReplayReport
{
    /// <summary>How many histories were replayed.</summary>
    public required int Histories { get; init; }

    /// <summary>How many inputs were decided again.</summary>
    public required int Inputs { get; init; }

    /// <summary>What comes out otherwise, in the order of histories and inputs.</summary>
    public required IReadOnlyList<ReplayDifference> Differences { get; init; }

    /// <summary>What could not be checked, and why, a sentence each: histories whose data a purge took.</summary>
    public required IReadOnlyList<string> NotChecked { get; init; }

    /// <summary>The differences that no earlier one of the same history explains.</summary>
    public IReadOnlyList<ReplayDifference> Causes => [.. Differences.Where(difference => !difference.IsConsequence)];

    /// <summary>Throws where a history comes out otherwise today.</summary>
    /// <exception cref="ConformanceException">
    /// Something differs, and the message says what, clause by clause; or there was no history at all.
    /// </exception>
    public void EnsureUnchanged()
    {
        if (Histories == 0)
        {
            throw new ConformanceException("There was no history to replay: is the folder the right one?");
        }

        if (Differences.Count > 0)
        {
            throw new ConformanceException(ToString());
        }
    }

    /// <summary>The report as text: counts, differences, what could not be checked.</summary>
    public override string ToString() => string.Join('\n',
    [
        Differences.Count == 0
            ? $"{Inputs} inputs of {Histories} histories come out as they did."
            : $"{Differences.Count} of {Inputs} inputs of {Histories} histories come out otherwise; clauses: {Clauses}.",
        .. Differences.Select(difference => $"{(difference.IsConsequence ? "  follows: " : "")}{difference}"),
        .. NotChecked,
    ]);

    private string Clauses => string.Join(", ", Causes.Select(cause => cause.Clause ?? "(none)").Distinct(StringComparer.Ordinal));
}
