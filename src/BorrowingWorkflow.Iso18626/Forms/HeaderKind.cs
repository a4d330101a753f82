using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A header, which the reader remembers: should the rest be no message, the fault can tell whom it is from.</summary>
internal sealed class HeaderKind<T>(Form<T> form, Action<ElementReader, T> remember) : Kind<T>
    where T : class
{
    public override IForm Inner => form;

    public override bool TryRead(ElementReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = form.Read(reader);
        remember(reader, value);
        return true;
    }

    public override void Write(ElementWriter writer, T value) => form.Write(writer, value);
}
