namespace BorrowingWorkflow.AspNetCore;

/// <summary>Says of an endpoint that its host takes messages from anybody.</summary>
internal sealed class AnonymousPeers
{
    private AnonymousPeers()
    {
    }

    public static AnonymousPeers Allowed { get; } = new();
}
