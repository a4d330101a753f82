namespace BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;

/// <summary>The part of an aisle or a shaft that a net takes up, and where it turns off.</summary>
internal sealed class Lane(string net)
{
    public string Net => net;

    /// <summary>Where it begins, along the aisle or shaft.</summary>
    public double Low { get; private set; } = double.MaxValue;

    /// <summary>Where it ends.</summary>
    public double High { get; private set; } = double.MinValue;

    /// <summary>Where it turns off, and whether to the side of the lanes with lower places.</summary>
    public List<(double At, bool IsBefore)> Turns { get; } = [];

    /// <summary>Its place among the lanes, from 0.</summary>
    public int Place { get; set; }

    public void Turn(double at, bool isBefore)
    {
        (Low, High) = (Math.Min(Low, at), Math.Max(High, at));
        if (!Turns.Contains((at, isBefore)))
        {
            Turns.Add((at, isBefore));
        }
    }

    /// <summary>True where the two can't have one place.</summary>
    public bool Meets(Lane other, double distance) => Low - distance < other.High && other.Low - distance < High;
}
