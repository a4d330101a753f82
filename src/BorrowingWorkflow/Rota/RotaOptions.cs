namespace BorrowingWorkflow.Rota;

/// <summary>The templates and rules that rotas are built by. Read once, when a <see cref="RotaBuilder"/> is made of it.</summary>
public sealed class RotaOptions
{
    /// <summary>The templates.</summary>
    /// <value>None.</value>
    public IList<RotaTemplate> Templates { get; } = new List<RotaTemplate>();

    /// <summary>The rules, in the order in which they are asked. Where there are rules and none applies, nobody is asked.</summary>
    /// <value>None: every request may go to the whole directory, by ranking.</value>
    public IList<RotaAssignmentRule> Rules { get; } = new List<RotaAssignmentRule>();
}
