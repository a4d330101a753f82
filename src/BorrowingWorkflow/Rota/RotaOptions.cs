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

    /// <summary>The templates by name.</summary>
    /// <exception cref="ArgumentException">Templates and rules do not fit together.</exception>
    internal Dictionary<string, RotaTemplate> TemplatesByName()
    {
        var templates = new Dictionary<string, RotaTemplate>(StringComparer.Ordinal);
        foreach (var template in Templates)
        {
            if (template is { Order: RotaOrder.AsListed, Partners.Count: 0 })
            {
                throw new ArgumentException($"Template {template.Name} lists nobody.");
            }

            if (!templates.TryAdd(template.Name, template))
            {
                throw new ArgumentException($"Template {template.Name} is given twice.");
            }
        }

        foreach (var rule in Rules)
        {
            if (rule.Templates.FirstOrDefault(name => !templates.ContainsKey(name)) is { } missing)
            {
                throw new ArgumentException($"Rule {rule.Name} names template {missing}, which does not exist.");
            }
        }

        return templates;
    }
}
