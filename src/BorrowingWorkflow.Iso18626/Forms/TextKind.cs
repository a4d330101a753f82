using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A text, character by character.</summary>
internal sealed class TextKind(bool isFree) : TextualKind<string>
{
    /// <summary>A title, a name, a note: what XML can't carry is replaced.</summary>
    public static TextKind Free { get; } = new(isFree: true);

    /// <summary>An id: what XML can't carry is refused, for another id is worse than none.</summary>
    public static TextKind Id { get; } = new(isFree: false);

    public override void Write(ElementWriter writer, string value) => writer.Text(isFree ? XmlCharacters.Replaced(value) : writer.Checked(value));

    protected override bool TryMake(ElementReader reader, string text, out string value)
    {
        value = text;
        return true;
    }
}
