namespace BorrowingWorkflow.Engine;

/// <summary>
/// The steps that clauses are made of, by phase. Each stands beside its words in the specification; the transition table lists them,
/// and nothing else changes a request.
/// </summary>
internal static partial class Steps
{
    /// <summary>The steps of another clause.</summary>
    public static Step As(string clause) => Step.Reference(clause);

    private static Step Alert(string detail, string words) => new($"AlertStaff({words})", d => d.Emit(EffectKind.AlertStaff, detail));

    private static Step Alert(string detail) => Alert(detail, detail);

    private static Step Record(string words, string record) => new(words, d => d.Records.Add(record));
}
