namespace BorrowingWorkflow.Relational;

/// <summary>A statement that is prepared once and run often.</summary>
/// <param name="text">The SQL.</param>
/// <param name="parameters">The names of its parameters, in the order in which their values are given.</param>
internal sealed class Statement(string text, params string[] parameters)
{
    /// <summary>The SQL.</summary>
    public string Text { get; } = text;

    /// <summary>The names of its parameters.</summary>
    public IReadOnlyList<string> Parameters { get; } = parameters;
}
