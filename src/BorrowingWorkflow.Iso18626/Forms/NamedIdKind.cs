using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>An id that says nothing when it is empty, and is not written then.</summary>
internal sealed class NamedIdKind : TextualKind<string>
{
    public static NamedIdKind Instance { get; } = new();

    public override void Write(ElementWriter writer, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw writer.Invalid("is empty; give it a value.");
        }

        writer.Text(writer.Checked(value));
    }

    protected override bool TryMake(ElementReader reader, string text, out string value)
    {
        value = text;
        return true;
    }
}
