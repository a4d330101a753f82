namespace BorrowingWorkflow.Partners;

/// <summary>Which optional steps exist for requests at a partner, and how long and how it is asked. The legal transitions depend on it.</summary>
public sealed record WorkflowProfile
{
    /// <summary>Every optional step, four working days to respond.</summary>
    public static WorkflowProfile Default { get; } = new();

    /// <summary>True where the status Request accepted exists.</summary>
    /// <value>True.</value>
    public bool HasRequestAccepted { get; init; } = true;

    /// <summary>True where the status Will supply exists.</summary>
    /// <value>True.</value>
    public bool HasWillSupply { get; init; } = true;

    /// <summary>How many working days the partner has to respond before the rota goes on.</summary>
    /// <value>4.</value>
    public int DaysToRespond { get; init; } = 4;

    /// <summary>True where the partner can be asked whether it has a request; otherwise the request is repeated.</summary>
    /// <value>True.</value>
    public bool AnswersStatusRequests { get; init; } = true;
}
