namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>The state diagram, ready to be drawn.</summary>
internal sealed record DiagramModel
{
    /// <summary>The picture's name, unique on its page, for what refers to it.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>What can be read from it.</summary>
    public required string Description { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    public required IReadOnlyList<DiagramBand> Bands { get; init; }

    public required IReadOnlyList<DiagramBox> Boxes { get; init; }

    /// <summary>The arrows; those that come later lie over those that come earlier.</summary>
    public required IReadOnlyList<DiagramLine> Lines { get; init; }
}
