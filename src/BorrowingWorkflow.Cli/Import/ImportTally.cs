using System.Text.Json;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>What became of the rows so far.</summary>
internal sealed class ImportTally
{
    private readonly long[] _outcomes = new long[Enum.GetValues<ImportOutcome>().Length];
    private readonly SortedDictionary<BorrowingStatus, long> _statuses = [];

    public int Line { get; private set; } = 1;

    /// <summary>Rows whose request was imported although nobody knows its status.</summary>
    public long UnknownStatuses { get; private set; }

    /// <summary>True where every row is in the database as Alma has it.</summary>
    public bool IsClean => this[ImportOutcome.BadRow] == 0 && this[ImportOutcome.KeptHere] == 0 && UnknownStatuses == 0;

    public long this[ImportOutcome outcome] => _outcomes[(int)outcome];

    public void Add(AlmaRow row, ImportOutcome outcome)
    {
        Line = row.Line;
        _outcomes[(int)outcome]++;
        UnknownStatuses += row.Remark is null || outcome is ImportOutcome.KeptHere ? 0 : 1;
        if (outcome is ImportOutcome.Added or ImportOutcome.Updated && row.Data.Status is { } status)
        {
            _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
        }
    }

    public string ToTable()
    {
        var rows = Columns.Counts("Rows", [
            new("Added", this[ImportOutcome.Added]), new("Updated", this[ImportOutcome.Updated]), new("Unchanged", this[ImportOutcome.Unchanged]),
            new("Kept as it is here", this[ImportOutcome.KeptHere]), new("Bad row", this[ImportOutcome.BadRow]), new("Of unknown status", UnknownStatuses)]);
        return _statuses.Count == 0
            ? rows
            : $"{rows}\n{Columns.Counts("Added or updated", _statuses.Select(pair => KeyValuePair.Create(pair.Key.Label(), pair.Value)))}";
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("added", this[ImportOutcome.Added]);
        json.WriteNumber("updated", this[ImportOutcome.Updated]);
        json.WriteNumber("unchanged", this[ImportOutcome.Unchanged]);
        json.WriteNumber("keptHere", this[ImportOutcome.KeptHere]);
        json.WriteNumber("badRows", this[ImportOutcome.BadRow]);
        json.WriteNumber("unknownStatuses", UnknownStatuses);
        json.WriteStartObject("statuses");
        foreach (var (status, count) in _statuses)
        {
            json.WriteNumber(status.ToString(), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
