using System.Xml.Schema;
using BorrowingWorkflow.Iso18626.Forms;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Schema;

public sealed class SchemaAgreementTests
{
    [SharedTheory(Xsd.Folder)]
    [InlineData(Iso18626Version.V1_2)]
    [InlineData(Iso18626Version.V2021_2)]
    public void The_codec_has_the_elements_of_the_schema_in_its_order_and_number(Iso18626Version version)
    {
        var ours = MessageForms.All.SelectMany(form => Lines("/" + form.Name, form.Form, version)).ToList();
        var theirs = Xsd.Messages(version).SelectMany(message => Lines("/" + message.QualifiedName.Name, message)).ToList();
        Assert.True(theirs.Count > 200, $"The schema has only {theirs.Count} elements.");
        Assert.Equal(theirs, ours);
    }

    private static IEnumerable<string> Lines(string path, IForm form, Iso18626Version version)
    {
        var model = form.ModelOf(version);
        foreach (var particle in model.Particles)
        {
            var own = $"{path}/{particle.Name}";
            yield return $"{own} {particle.Min}..{particle.Max} {(model.IsChoice ? "choice" : "")}";
            if (form.PartOf(particle.Name).Inner is { } inner)
            {
                foreach (var line in Lines(own, inner, version))
                {
                    yield return line;
                }
            }
        }
    }

    private static IEnumerable<string> Lines(string path, XmlSchemaElement element)
    {
        foreach (var (part, min, max, isChoice) in Xsd.PartsOf(element))
        {
            var own = $"{path}/{part.QualifiedName.Name}";
            yield return $"{own} {min}..{max} {(isChoice ? "choice" : "")}";
            foreach (var line in Lines(own, part))
            {
                yield return line;
            }
        }
    }
}
