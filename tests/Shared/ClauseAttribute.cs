namespace BorrowingWorkflow.Tests.Shared;

/// <summary>The clause of the transition table that a test proves; a test may prove several.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ClauseAttribute(string id) : Attribute
{
    /// <summary>The clause's id, e.g. <c>CA-14</c>.</summary>
    public string Id { get; } = id;
}
