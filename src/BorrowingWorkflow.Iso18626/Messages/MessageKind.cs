namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>The six messages.</summary>
public enum MessageKind
{
    /// <summary><see cref="Messages.Request"/>.</summary>
    Request,

    /// <summary><see cref="Messages.RequestConfirmation"/>.</summary>
    RequestConfirmation,

    /// <summary><see cref="Messages.SupplyingAgencyMessage"/>.</summary>
    SupplyingAgencyMessage,

    /// <summary><see cref="Messages.SupplyingAgencyMessageConfirmation"/>.</summary>
    SupplyingAgencyMessageConfirmation,

    /// <summary><see cref="Messages.RequestingAgencyMessage"/>.</summary>
    RequestingAgencyMessage,

    /// <summary><see cref="Messages.RequestingAgencyMessageConfirmation"/>.</summary>
    RequestingAgencyMessageConfirmation,
}
