namespace BorrowingWorkflow.Testing;

/// <summary>One promise of a contract, and the proof of it. The id is permanent.</summary>
public sealed class ConformanceCase
{
    internal ConformanceCase(string id, string clause, string title, Func<CancellationToken, Task> prove)
    {
        Id = id;
        Clause = clause;
        Title = title;
        Prove = prove;
    }

    /// <summary>The case's id, e.g. <c>STORE-07</c>.</summary>
    public string Id { get; }

    /// <summary>Where the promise stands: a member of an interface, or a clause of the transition table.</summary>
    public string Clause { get; }

    /// <summary>What must hold, as a sentence.</summary>
    public string Title { get; }

    /// <summary>Id and title: the name that a test framework shows, and that <see cref="ConformanceSuite.RunAsync"/> takes.</summary>
    public string Name => $"{Id} {Title}";

    internal Func<CancellationToken, Task> Prove { get; }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
