using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A code of a closed list. What the list does not have is read, and not written.</summary>
/// <param name="make">Makes a code of text.</param>
/// <param name="textOf">The code's text.</param>
/// <param name="isIn">Whether the list of a version has it.</param>
internal sealed class ListedKind<T>(Func<string, T> make, Func<T, string> textOf, Func<T, Iso18626Version, bool> isIn) : TextualKind<T>
    where T : struct
{
    public bool IsEmpty(T value) => textOf(value).Length == 0;

    public override void Write(ElementWriter writer, T value)
    {
        if (IsEmpty(value))
        {
            throw writer.Invalid("is empty; give it a code of its list.");
        }

        if (!isIn(value, writer.Version))
        {
            throw writer.Invalid($"has a code that the list of {Names.Of(writer.Version)} does not have; take one of the list.");
        }

        writer.Text(textOf(value));
    }

    protected override bool TryMake(ElementReader reader, string text, out T value)
    {
        value = make(text.Trim());
        if (IsEmpty(value))
        {
            reader.Note(Iso18626DeviationKind.EmptyCode);
        }
        else if (!isIn(value, reader.Version))
        {
            if (isIn(value, Iso18626Version.V2021_2))
            {
                reader.NoteOther(isNewer: true);
            }
            else
            {
                reader.Note(Iso18626DeviationKind.UnknownCode);
            }
        }

        return true;
    }
}
