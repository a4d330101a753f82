using System.Globalization;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>An amount of money. A comma is not read as a point: it could stand for thousands.</summary>
internal sealed class AmountKind : TextualKind<decimal>
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public static AmountKind Instance { get; } = new();

    public override void Write(ElementWriter writer, decimal value) => writer.Text(value.ToString(CultureInfo.InvariantCulture));

    protected override bool TryMake(ElementReader reader, string text, out decimal value) =>
        decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out value);
}
