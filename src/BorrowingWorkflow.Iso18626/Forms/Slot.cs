namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>Names the slot of a field, with the type of what is in it.</summary>
internal readonly record struct Slot<T>(int Index);
