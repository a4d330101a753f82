using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A form, whatever its record is.</summary>
internal interface IForm
{
    /// <summary>The parts of the element in a version, in their order.</summary>
    ContentModel ModelOf(Iso18626Version version);

    /// <summary>How a part is read and written, a <see cref="Kind{T}"/>, and its own form where it holds elements.</summary>
    (object Kind, IForm? Inner) PartOf(string name);
}
