using System.Globalization;
using System.Text;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine.Diagrams;

/// <summary>Graphviz. A box is a cluster; an arrow from a box starts at its first status and is clipped at its border.</summary>
internal static class DotWriter
{
    private const string Travelled = ", color=\"#c2410c\", penwidth=4";

    public static string Write(Diagram diagram, Way way)
    {
        var text = new StringBuilder("digraph borrowing {\n    compound=true\n    node [shape=box]\n    edge [fontsize=10]\n");
        foreach (var box in diagram.Boxes)
        {
            text.Append(CultureInfo.InvariantCulture, $"    subgraph cluster_{box.Name} {{\n        label=\"{box.Label}\"\n");
            foreach (var status in box.Statuses)
            {
                text.Append(CultureInfo.InvariantCulture, $"        {Node(status, way)}\n");
            }

            if (diagram.Arrows.Any(arrow => arrow.From == box.Others))
            {
                text.Append(CultureInfo.InvariantCulture, $"        {box.Others} [label=\"any other here\", shape=hexagon]\n");
            }

            text.Append("    }\n");
        }

        foreach (var (name, label) in diagram.Others)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {name} [label=\"{label}\", shape=hexagon]\n");
        }

        foreach (var arrow in diagram.Arrows)
        {
            Append(text, diagram, arrow);
        }

        foreach (var (index, (from, to)) in way.Steps.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"    {from} -> {to} [label=\"{index + 1}\"{Travelled}]\n");
        }

        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, Diagram diagram, Arrow arrow)
    {
        var box = diagram.Boxes.FirstOrDefault(box => box.Name == arrow.From);
        var (from, clip) = box is null ? (arrow.From, "") : (box.Statuses.First().ToString(), $", ltail=cluster_{box.Name}");
        var dashed = arrow.Dashed ? ", style=dashed" : "";
        text.Append(CultureInfo.InvariantCulture, $"    {from} -> {arrow.To} [label=\"{string.Join("\\n", arrow.Lines)}\"{dashed}{clip}]\n");
    }

    private static string Node(BorrowingStatus status, Way way) =>
        $"{status} [label=\"{status.Label()}\"{(status.IsFinal() ? ", style=rounded" : "")}{(way.Statuses.Contains(status) ? Travelled : "")}]";
}
