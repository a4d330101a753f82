namespace BorrowingWorkflow.Faults.Wire;

/// <summary>The ports through which effects leave a host.</summary>
internal enum Port : byte
{
    /// <summary>The request message, to a partner.</summary>
    Request,

    /// <summary>Any other message to a partner.</summary>
    Message,

    /// <summary>The question to a partner whether it has the request.</summary>
    Question,

    /// <summary>Notices to patrons and alerts to staff.</summary>
    Notifier,

    /// <summary>The local circulation.</summary>
    Circulation,
}
