namespace BorrowingWorkflow.Rota;

/// <summary>A list of partners to draw rotas from.</summary>
/// <param name="Name">The template's name, compared ordinally; unique among the templates.</param>
public sealed record RotaTemplate(string Name)
{
    /// <summary>The partners' codes.</summary>
    /// <value>None: every partner of the directory, which only a template by ranking may have.</value>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>The order in which the partners are asked.</summary>
    /// <value>As listed.</value>
    public RotaOrder Order { get; init; }
}
