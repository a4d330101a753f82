namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>A rectangle of a picture, in its own units.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Point Centre => new(X + (Width / 2), Y + (Height / 2));

    /// <summary>True where the two have more than a border in common.</summary>
    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
