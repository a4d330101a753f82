namespace BorrowingWorkflow.Engine;

/// <summary>One thing that a clause does: its words in the specification, and the change that it makes to the decision.</summary>
internal sealed class Step
{
    private readonly Action<Decision> _apply;

    public Step(string text, Action<Decision> apply) => (Text, _apply) = (text, apply);

    private Step(string text, string clause)
        : this(text, static _ => throw new InvalidOperationException("A reference is written out when the table is compiled.")) => As = clause;

    /// <summary>The words of the specification; empty for what goes without saying there.</summary>
    public string Text { get; }

    /// <summary>The clause whose steps stand here; null for a step of its own.</summary>
    public string? As { get; }

    public static Step Reference(string clause) => new($"as {clause}", clause);

    public void Apply(Decision decision) => _apply(decision);

    public override string ToString() => Text;
}
