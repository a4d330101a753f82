using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>An <c>xs:boolean</c>; the Y and N that the standard has elsewhere are read too.</summary>
internal sealed class TruthKind : TextualKind<bool>
{
    public static TruthKind Instance { get; } = new();

    public override void Write(ElementWriter writer, bool value) => writer.Text(value ? "true" : "false");

    protected override bool TryMake(ElementReader reader, string text, out bool value)
    {
        var word = text.Trim();
        value = word is "true" or "1";
        if (value || word is "false" or "0")
        {
            return true;
        }

        value = Is(word, "true") || Is(word, "y") || Is(word, "yes");
        if (value || Is(word, "false") || Is(word, "n") || Is(word, "no"))
        {
            reader.Note(Iso18626DeviationKind.OddValue);
            return true;
        }

        return false;
    }

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
