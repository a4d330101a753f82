namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A code of an open list (<c>type_schemeValuePair</c>): agencies agree on the values among themselves.</summary>
/// <param name="Value">The code, character by character as in the message.</param>
/// <param name="Scheme">The URI of the list that the code is from; null where none is named.</param>
public sealed record Code(string Value, string? Scheme = null)
{
    /// <summary>The empty code, where a message lacks one that it should have.</summary>
    public static Code None { get; } = new("");

    /// <summary>The code without its scheme.</summary>
    public override string ToString() => Value;
}
