using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A part that stands once at most.</summary>
internal sealed class OneField<TRecord, T>(string name, string name12, int slot, Kind<T> kind, TryGet<TRecord, T> tryGet)
    : Field<TRecord>(name, name12, slot)
    where T : notnull
{
    public override object Kind => kind;

    public override IForm? Inner => kind.Inner;

    public override void Read(ElementReader reader, Slots slots)
    {
        if (slots.IsTaken(Slot))
        {
            reader.KeepElement(Iso18626DeviationKind.Repeated);
        }
        else if (kind.TryRead(reader, out var value))
        {
            slots.Put(Slot, value);
        }
    }

    public override int Count(TRecord record, Iso18626Version version) => tryGet(record, version, out _) ? 1 : 0;

    public override void Write(ElementWriter writer, TRecord record, string name)
    {
        if (tryGet(record, writer.Version, out var value))
        {
            writer.Begin(name);
            kind.Write(writer, value);
            writer.End();
        }
    }
}
