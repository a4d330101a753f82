using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>An element that holds a text.</summary>
internal abstract class TextualKind<T> : Kind<T>
    where T : notnull
{
    public override bool TryRead(ElementReader reader, [MaybeNullWhen(false)] out T value)
    {
        var open = reader.Enter(reader.Name);
        reader.ReadAttributes();
        var text = open ? reader.ReadText() : "";
        var sensible = TryMake(reader, text, out value);
        if (!sensible)
        {
            reader.KeepValue(text);
        }

        reader.Leave();
        return sensible;
    }

    /// <summary>Makes a value of the text; notes in the reader what is odd about it.</summary>
    protected abstract bool TryMake(ElementReader reader, string text, [MaybeNullWhen(false)] out T value);
}
