using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>One of the six messages, whatever its record is.</summary>
/// <param name="Name">The element's name.</param>
/// <param name="Kind">Which of the six it is.</param>
/// <param name="Record">The record that it is read into.</param>
/// <param name="Form">The parts of the element.</param>
/// <param name="Read">Reads the element that the reader stands on.</param>
/// <param name="Write">Writes the content of the element that the writer has begun.</param>
internal sealed record BodyForm(
    string Name, MessageKind Kind, Type Record, IForm Form, Func<ElementReader, MessageBody> Read, Action<ElementWriter, MessageBody> Write)
{
    public static BodyForm Of<T>(string name, MessageKind kind, Form<T> form)
        where T : MessageBody =>
        new(name, kind, typeof(T), form, form.Read, (writer, message) => form.Write(writer, (T)message));
}
