using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>An element that holds elements.</summary>
/// <param name="form">Its form.</param>
/// <param name="remember">Lets the reader remember a header: should the rest be no message, the fault can tell whom it is from.</param>
internal sealed class FormKind<T>(Form<T> form, Action<ElementReader, T>? remember = null) : Kind<T>
    where T : class
{
    public override IForm Inner => form;

    public override bool TryRead(ElementReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = form.Read(reader);
        remember?.Invoke(reader, value);
        return true;
    }

    public override void Write(ElementWriter writer, T value) => form.Write(writer, value);
}
