using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626;

/// <summary>Why something is no message, and what could be told of it nevertheless. Holds nothing of the content but the header.</summary>
public sealed record Iso18626Fault
{
    internal Iso18626Fault()
    {
    }

    /// <summary>Why it is no message.</summary>
    public Iso18626FaultKind Kind { get; internal init; }

    /// <summary>What is wrong, where, and what to do, for the sender's staff. Quotes nothing of the content.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>The line, from 1; 0 where it is not known.</summary>
    public int Line { get; internal init; }

    /// <summary>The place in the line, from 1; 0 where it is not known.</summary>
    public int Position { get; internal init; }

    /// <summary>The version that it claims to be; 1.2 where it names none.</summary>
    public Iso18626Version Version { get; internal init; }

    /// <summary>Which of the six messages it was to be; null where it was not read so far.</summary>
    public MessageKind? MessageKind { get; internal init; }

    /// <summary>The header of a request or of an agency's message; null where it was not read so far.</summary>
    public MessageHeader? Header { get; internal init; }

    /// <summary>The header of a confirmation; null where it was not read so far.</summary>
    public ConfirmationHeader? ConfirmationHeader { get; internal init; }

    /// <summary>What a confirmation says of it: BadlyFormedMessage and the text.</summary>
    public ErrorData Error => new() { ErrorType = ErrorType.BadlyFormedMessage, ErrorValue = Text };

    /// <summary>What is wrong.</summary>
    public override string ToString() => $"{Kind}: {Text}";
}
