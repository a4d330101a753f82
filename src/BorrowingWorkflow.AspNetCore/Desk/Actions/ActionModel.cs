using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Actions;

/// <summary>Something that staff may do with a request now, as a page offers it.</summary>
/// <param name="Request">The request as the page shows it: what is done is decided on this revision or not at all.</param>
/// <param name="Trigger">What is done.</param>
internal sealed record ActionModel(BorrowingRequest Request, Trigger Trigger)
{
    /// <summary>True for the first of what is recommended.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Where it leads afterwards; null for the request itself.</summary>
    public string? Next { get; init; }

    /// <summary>The note or general message that it is about; null for none.</summary>
    public string? About { get; init; }

    /// <summary>What it is called where it stands, by its name in the texts; null for the trigger's own name.</summary>
    public string? Label { get; init; }

    /// <summary>What had been entered already.</summary>
    public InputDraft Draft { get; init; } = new();

    public ActionForm Form => ActionForm.Of(Trigger);

    /// <summary>The sender's id of the message that the form makes: sent twice, it is carried out once.</summary>
    public string MessageId { get; } = $"desk-{Guid.NewGuid():N}";

    /// <summary>The fields that this request's form has.</summary>
    public IEnumerable<ActionField> Fields => Form.Fields.Where(asked => asked != ActionField.Volumes || Request.Volumes.Count > 0);

    /// <summary>True where one click is enough.</summary>
    public bool IsOneClick => !Form.IsIrrevocable && !Fields.Any();

    /// <summary>The first field that can't be left empty and is; null where none is.</summary>
    public ActionField? Missing => Fields.Where(asked => ActionForm.IsRequired(asked) && Draft[asked] is null).Select(asked => (ActionField?)asked).FirstOrDefault();

    /// <summary>What a field is filled with at first.</summary>
    /// <param name="field">The field.</param>
    /// <param name="time">How days are read: the form says the same day as it does.</param>
    public string? ValueOf(ActionField field, DeskTime time) => Draft[field] ?? field switch
    {
        ActionField.Assignee => Request.Assignee,
        ActionField.Order => string.Join(", ", Request.Rota.Where(entry => entry.State == Rota.EntryState.Pending).Select(entry => entry.Partner)),
        ActionField.Title => Request.Citation.Title,
        ActionField.Author => Request.Citation.Author,
        ActionField.Isbn => Request.Citation.Isbn,
        ActionField.Issn => Request.Citation.Issn,
        ActionField.Oclc => Request.Citation.Oclc,
        ActionField.Doi => Request.Citation.Doi,
        ActionField.Pickup => Request.Pickup,
        ActionField.NeededBy => Request.NeededBy is { } needed ? DeskTime.WrittenDay(time.DayOf(needed)) : null,
        _ => null,
    };
}
