namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A piece of a message that the standard does not have where it stood, or whose value could not be read.</summary>
/// <param name="Path">The element in which it stood, such as <c>/supplyingAgencyMessage/messageInfo</c>; <c>/</c> for the root.</param>
/// <param name="Name">The element's local name, or the attribute's after an <c>@</c>.</param>
/// <param name="Xml">The whole element as XML, or the attribute's value. It can hold patron data.</param>
public sealed record MessageExtension(string Path, string Name, string Xml)
{
    /// <summary>Says where it stood and nothing of what it says, so that no log can.</summary>
    public override string ToString() => $"{Path} (withheld)";
}
