namespace BorrowingWorkflow.AspNetCore.Desk.Actions;

/// <summary>What a form may ask beside the trigger. Its name in lower case is the name of the form's field.</summary>
internal enum ActionField
{
    Text,
    Reason,
    Condition,
    Cost,
    ReplyBy,
    DueDate,
    Assignee,
    Order,
    Branch,
    Volumes,
    Title,
    Author,
    Isbn,
    Issn,
    Oclc,
    Doi,
    Pickup,
    NeededBy,
}
