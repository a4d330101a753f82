using System.Globalization;
using BorrowingWorkflow.Iso18626.Forms;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Schema;

public sealed class ContentModelTests
{
    [Theory]
    [InlineData(Iso18626Version.V1_2)]
    [InlineData(Iso18626Version.V2021_2)]
    public Task The_elements_of_a_version_are_as_they_were_compared_with_the_schema(Iso18626Version version) =>
        Verifier.Verify(string.Join('\n', MessageForms.All.SelectMany(form => Lines(form.Name, form.Form, version, ""))), version.ToString());

    private static IEnumerable<string> Lines(string name, IForm form, Iso18626Version version, string indent)
    {
        yield return indent + name;
        var model = form.ModelOf(version);
        foreach (var particle in model.Particles)
        {
            var (kind, inner) = form.PartOf(particle.Name);
            var line = $"{particle.Name} {(model.IsChoice ? "|" : Times(particle))}";
            foreach (var part in inner is null ? [$"{indent}  {line} {Word(kind)}"] : Lines(line, inner, version, indent + "  "))
            {
                yield return part;
            }
        }
    }

    private static string Word(object kind) =>
        kind.GetType() is { IsGenericType: true } listed ? listed.GenericTypeArguments[0].Name : kind.GetType().Name.Replace("Kind", "", StringComparison.Ordinal);

    private static string Times(Particle particle) => (particle.Min, particle.Max) switch
    {
        (1, 1) => "1",
        (0, 1) => "?",
        (0, int.MaxValue) => "*",
        _ => string.Create(CultureInfo.InvariantCulture, $"{particle.Min}..{particle.Max}"),
    };
}
