namespace BorrowingWorkflow.Faults.Checking;

/// <summary>A promise that was broken.</summary>
/// <param name="Promise">Which one.</param>
/// <param name="About">The input, the request or the effect.</param>
/// <param name="What">What is wrong.</param>
internal sealed record Finding(string Promise, string About, string What)
{
    public override string ToString() => $"{Promise}: {About}: {What}";
}
