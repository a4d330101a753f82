using BorrowingWorkflow.Engine;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Desk.Actions;

/// <summary>What was entered into an action's fields, as text.</summary>
internal sealed class InputDraft
{
    // Between the values of a field that has several: no volume's designation has it.
    private const char Separator = '\n';

    private readonly Dictionary<ActionField, string> _values = [];

    public string? this[ActionField field] => _values.GetValueOrDefault(field);

    public static InputDraft Of(IFormCollection form, IEnumerable<ActionField> fields)
    {
        var draft = new InputDraft();
        foreach (var field in fields)
        {
            var value = string.Join(Separator, form[NameOf(field)].Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim()));
            if (value.Length > 0)
            {
                draft._values.Add(field, value);
            }
        }

        return draft;
    }

    public static string NameOf(ActionField field) => field.ToString().ToLowerInvariant();

    /// <summary>What an input brings along by it.</summary>
    /// <param name="about">The note or message concerned.</param>
    /// <param name="time">How days are read.</param>
    public InputData ToData(string? about, DeskTime time) => new()
    {
        Text = this[ActionField.Text],
        Reason = this[ActionField.Reason],
        Condition = this[ActionField.Condition],
        Cost = this[ActionField.Cost],
        ReplyBy = Day(ActionField.ReplyBy, time),
        DueDate = Day(ActionField.DueDate, time),
        Assignee = this[ActionField.Assignee],
        Order = Parts(ActionField.Order, ','),
        Branch = this[ActionField.Branch],
        Volumes = Parts(ActionField.Volumes, Separator),
        Title = this[ActionField.Title],
        Author = this[ActionField.Author],
        Isbn = this[ActionField.Isbn],
        Issn = this[ActionField.Issn],
        Oclc = this[ActionField.Oclc],
        Doi = this[ActionField.Doi],
        Pickup = this[ActionField.Pickup],
        NeededBy = Day(ActionField.NeededBy, time),
        Message = about,
    };

    private string[]? Parts(ActionField field, char separator) => this[field]?.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private DateTimeOffset? Day(ActionField field, DeskTime time) =>
        DeskTime.Read(this[field]) is { Year: > 1900 and < 9000 } day ? time.EndOf(day) : null;
}
