using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A part that may be repeated, in one version at least.</summary>
internal sealed class ManyField<TRecord, T>(string name, int slot, Kind<T> kind, Func<TRecord, ValueList<T>> get)
    : Field<TRecord>(name, name, slot)
    where T : notnull
{
    public override object Kind => kind;

    public override IForm? Inner => kind.Inner;

    public override void Read(ElementReader reader, Slots slots)
    {
        if (kind.TryRead(reader, out var value))
        {
            reader.CheckRepeats(slots.Add(Slot, value));
        }
    }

    public override int Count(TRecord record, Iso18626Version version) => get(record).Count;

    public override void Write(ElementWriter writer, TRecord record, string name)
    {
        foreach (var value in get(record))
        {
            writer.Begin(name);
            kind.Write(writer, value);
            writer.End();
        }
    }
}
