using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>The parts of an element that have been read so far.</summary>
internal sealed class Slots(int count, Iso18626Version version)
{
    private readonly object?[] _values = new object?[count];

    /// <summary>The version that the message is read as.</summary>
    public Iso18626Version Version { get; } = version;

    public bool IsTaken(int slot) => _values[slot] is not null;

    public T? One<T>(Slot<T> slot)
        where T : class =>
        (T?)_values[slot.Index];

    public T? Maybe<T>(Slot<T> slot)
        where T : struct =>
        (T?)_values[slot.Index];

    public ValueList<T> Many<T>(Slot<T> slot)
        where T : notnull =>
        _values[slot.Index] is List<T> list ? [.. list] : [];

    public void Put<T>(int slot, T value) => _values[slot] = value;

    /// <summary>Adds to a list; says how many there are then.</summary>
    public int Add<T>(int slot, T value)
    {
        var list = (List<T>)(_values[slot] ??= new List<T>());
        list.Add(value);
        return list.Count;
    }
}
