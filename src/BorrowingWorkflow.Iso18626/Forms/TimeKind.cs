using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A date and time.</summary>
internal sealed class TimeKind : TextualKind<MessageTime>
{
    public static TimeKind Instance { get; } = new();

    public override void Write(ElementWriter writer, MessageTime value) => writer.Text(value.XmlText);

    protected override bool TryMake(ElementReader reader, string text, out MessageTime value)
    {
        if (!MessageTime.TryParse(text, out value))
        {
            return false;
        }

        if (value.IsOdd)
        {
            reader.Note(Iso18626DeviationKind.OddValue);
        }

        return true;
    }
}
