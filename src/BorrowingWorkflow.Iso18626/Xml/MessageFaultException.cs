namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>Ends the reading of what is no message. Never leaves this assembly: it becomes a fault.</summary>
internal sealed class MessageFaultException(Iso18626FaultKind kind, string text) : Exception(text)
{
    public Iso18626FaultKind Kind { get; } = kind;
}
