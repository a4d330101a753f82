using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Benchmarks.ByHand;

/// <summary>A request as a row of columns.</summary>
internal sealed class HandRequest
{
    public required string Id { get; init; }

    /// <summary>The concurrency token.</summary>
    public int Version { get; set; }

    public BorrowingStatus Status { get; set; }

    public DateTime EnteredAt { get; set; }

    public string? Library { get; set; }

    public string? Patron { get; set; }

    public string? Title { get; set; }

    public string? Author { get; set; }

    public string? Isbn { get; set; }

    public string? Pickup { get; set; }

    public string[] Rota { get; set; } = [];

    public int ActiveEntry { get; set; }

    public DateTime? DueDate { get; set; }
}
