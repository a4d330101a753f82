using System.Globalization;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A whole number for an order, which 2021-2 wants not to be negative.</summary>
internal sealed class NumberKind : TextualKind<long>
{
    public static NumberKind Instance { get; } = new();

    public override void Write(ElementWriter writer, long value)
    {
        if (value < 0 && writer.Version == Iso18626Version.V2021_2)
        {
            throw writer.Invalid("is negative; in 2021-2 it is 0 or more.");
        }

        writer.Text(value.ToString(CultureInfo.InvariantCulture));
    }

    protected override bool TryMake(ElementReader reader, string text, out long value)
    {
        if (!long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        if (value < 0 && reader.Version == Iso18626Version.V2021_2)
        {
            reader.Note(Iso18626DeviationKind.OddValue);
        }

        return true;
    }
}
