using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A message of ISO 18626 (<c>ISO18626Message</c>). Immutable, compared by value, safe for use by several threads.</summary>
/// <remarks>
/// One model serves both versions. What one version names or places differently has one place here; what only one version has says so,
/// and the writer refuses it in the other.
/// </remarks>
public sealed record Iso18626Message
{
    /// <summary>Without a version other than the default.</summary>
    public Iso18626Message()
    {
    }

    /// <summary>A message of a version.</summary>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public Iso18626Message(Iso18626Version version, MessageBody body)
    {
        Version = version;
        Body = body;
    }

    /// <summary>The version that the message is, or is to be, written in.</summary>
    /// <value>1.2.</value>
    public Iso18626Version Version { get; init; }

    /// <summary>The message itself.</summary>
    public required MessageBody Body { get; init; }

    /// <summary>Elements and attributes that the standard does not have here. They are read and kept, and not written.</summary>
    /// <value>None.</value>
    public ValueList<MessageExtension> Extensions { get; init; } = [];

    /// <summary>The kind of message and its version only: the rest can hold patron data.</summary>
    public override string ToString() => $"{Body} {Names.Of(Version)}";
}
