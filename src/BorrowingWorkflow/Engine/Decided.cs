using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Engine;

/// <summary>A decision that is made: what is to be saved, and what the caller sees once it is.</summary>
internal sealed record Decided(RequestSave Save, TransitionResult Result);
