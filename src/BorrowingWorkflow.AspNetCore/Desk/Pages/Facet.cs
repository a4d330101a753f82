namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>One way to narrow the queue.</summary>
/// <param name="Name">Its name in the texts.</param>
/// <param name="Choices">What can be chosen, the most frequent first.</param>
internal sealed record Facet(string Name, IReadOnlyList<FacetChoice> Choices);

/// <summary>A value to narrow the queue by.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Count">How many requests of the queue have it, among those that were counted.</param>
/// <param name="Filter">The queue that it leads to.</param>
/// <param name="IsChosen">True where it is chosen: it leads back out.</param>
internal sealed record FacetChoice(string Label, int Count, QueueFilter Filter, bool IsChosen);
