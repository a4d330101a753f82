using System.Globalization;
using System.Text;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine.Diagrams;

/// <summary>
/// Mermaid. A flowchart and not a state diagram, since Mermaid's state diagrams don't take arrows between the insides of two composite states.
/// </summary>
internal static class MermaidWriter
{
    public static string Write(Diagram diagram, Way way)
    {
        var text = new StringBuilder("flowchart TB\n");
        foreach (var box in diagram.Boxes)
        {
            text.Append(CultureInfo.InvariantCulture, $"    subgraph {box.Name}[\"{box.Label}\"]\n");
            foreach (var status in box.Statuses)
            {
                text.Append(CultureInfo.InvariantCulture, $"        {Node(status)}\n");
            }

            if (diagram.Arrows.Any(arrow => arrow.From == box.Others))
            {
                text.Append(CultureInfo.InvariantCulture, $"        {box.Others}{{{{\"any other here\"}}}}\n");
            }

            text.Append("    end\n");
        }

        foreach (var (name, label) in diagram.Others)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {name}{{{{\"{label}\"}}}}\n");
        }

        foreach (var arrow in diagram.Arrows)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {arrow.From} {(arrow.Dashed ? "-.->" : "-->")}|\"{string.Join("<br/>", arrow.Lines)}\"| {arrow.To}\n");
        }

        Append(text, way);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Way way)
    {
        foreach (var (index, (from, to)) in way.Steps.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"    {from} ==>|\"{index + 1}\"| {to}\n");
        }

        if (way.Statuses.Count > 0)
        {
            text.Append("    classDef travelled stroke:#c2410c,stroke-width:4px\n");
            text.Append(CultureInfo.InvariantCulture, $"    class {way.Statuses} travelled\n");
        }
    }

    private static string Node(BorrowingStatus status) =>
        status.IsFinal() ? $"{status}([\"{status.Label()}\"])" : $"{status}[\"{status.Label()}\"]";
}
