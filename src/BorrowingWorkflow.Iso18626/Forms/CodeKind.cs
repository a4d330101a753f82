using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A code of an open list with its scheme.</summary>
/// <param name="isDemanded">True where an empty code would say nothing, so that it is not written.</param>
/// <param name="isPlainIn2021">True where 2021-2 has a plain text instead.</param>
internal sealed class CodeKind(bool isDemanded = false, bool isPlainIn2021 = false) : Kind<Code>
{
    public static CodeKind Instance { get; } = new();

    public static CodeKind Demanded { get; } = new(isDemanded: true);

    public static CodeKind Region { get; } = new(isPlainIn2021: true);

    public override bool TryRead(ElementReader reader, out Code value)
    {
        var open = reader.Enter(reader.Name);
        var scheme = reader.ReadAttributes(Names.Scheme);
        if (scheme is not null && isPlainIn2021 && reader.Version == Iso18626Version.V2021_2)
        {
            reader.NoteOther(isNewer: false, "@" + Names.Scheme);
        }

        value = new(open ? reader.ReadText() : "", scheme);
        reader.Leave();
        return true;
    }

    public override void Write(ElementWriter writer, Code value)
    {
        if (isDemanded && string.IsNullOrWhiteSpace(value.Value))
        {
            throw writer.Invalid("is empty; give it a code.");
        }

        if (value.Scheme is not null)
        {
            if (isPlainIn2021 && writer.Version == Iso18626Version.V2021_2)
            {
                throw writer.Invalid("has a scheme, which 2021-2 does not have here; leave it out.");
            }

            writer.Scheme(value.Scheme);
        }

        writer.Text(writer.Checked(value.Value));
    }
}
