using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>How the content of an element is read and written.</summary>
/// <typeparam name="T">What it is in a message's records.</typeparam>
internal abstract class Kind<T>
    where T : notnull
{
    /// <summary>The form of an element that holds elements; null for one that holds text.</summary>
    public virtual IForm? Inner => null;

    /// <summary>Reads the element that the reader stands on, to its last node.</summary>
    /// <returns>False where no value can be made of it; it has been kept aside then.</returns>
    public abstract bool TryRead(ElementReader reader, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes the content of the element that the writer has begun.</summary>
    public abstract void Write(ElementWriter writer, T value);
}
