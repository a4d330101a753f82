namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>What is special about a time's text.</summary>
[Flags]
internal enum TimeForms
{
    /// <summary>A whole <c>xs:dateTime</c> with its offset.</summary>
    None = 0,

    /// <summary>It names no offset.</summary>
    NoOffset = 1,

    /// <summary>It names no time of day.</summary>
    DateOnly = 2,

    /// <summary>It is no <c>xs:dateTime</c>.</summary>
    Odd = 4,
}
