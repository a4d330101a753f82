using Microsoft.AspNetCore.Components;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>Text in SVG. Razor takes the tag for one of its own, so it is written by hand.</summary>
internal static class SvgText
{
    /// <summary>A text at a point: begun, centred or ended there.</summary>
    public static RenderFragment Of(double x, double y, string text, string anchor = "start", string? style = null) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Svg.Of(x));
        builder.AddAttribute(2, "y", Svg.Of(y));
        builder.AddAttribute(3, "text-anchor", anchor);
        builder.AddAttribute(4, "class", style);
        builder.AddContent(5, text);
        builder.CloseElement();
    };

    /// <summary>Lines below each other, in the middle of a height. The style sheet says how they stand to their points.</summary>
    public static RenderFragment Block(double x, double middle, IReadOnlyList<string> lines, double height) => builder =>
    {
        foreach (var (index, line) in lines.Index())
        {
            builder.OpenElement(0, "text");
            builder.AddAttribute(1, "x", Svg.Of(x));
            builder.AddAttribute(2, "y", Svg.Of(middle + ((index - ((lines.Count - 1) / 2.0)) * height)));
            builder.AddContent(3, line);
            builder.CloseElement();
        }
    };
}
