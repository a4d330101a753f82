using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A part of a record, and the element that it is in a message.</summary>
internal abstract class Field<TRecord>(string name, string name12, int slot)
{
    public string Name { get; } = name;

    /// <summary>The element's name in 1.2.</summary>
    public string Name12 { get; } = name12;

    /// <summary>Where the value waits, while the other parts are read.</summary>
    public int Slot { get; } = slot;

    /// <summary>How the element is read and written, a <see cref="Kind{T}"/>.</summary>
    public abstract object Kind { get; }

    /// <summary>The form of the element, where it holds elements.</summary>
    public abstract IForm? Inner { get; }

    /// <summary>Reads the element that the reader stands on into its slot, or keeps it aside where the slot is taken.</summary>
    public abstract void Read(ElementReader reader, Slots slots);

    /// <summary>How often the record has the part.</summary>
    public abstract int Count(TRecord record, Iso18626Version version);

    /// <summary>Writes the element as often as the record has the part.</summary>
    public abstract void Write(ElementWriter writer, TRecord record, string name);
}
