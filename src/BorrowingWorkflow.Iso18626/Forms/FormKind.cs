using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>An element that holds elements.</summary>
internal sealed class FormKind<T>(Form<T> form) : Kind<T>
    where T : class
{
    public override IForm Inner => form;

    public override bool TryRead(ElementReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = form.Read(reader);
        return true;
    }

    public override void Write(ElementWriter writer, T value) => form.Write(writer, value);
}
