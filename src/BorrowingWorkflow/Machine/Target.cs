using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>Where a clause leads.</summary>
internal readonly record struct Target
{
    private Target(TargetKind kind, BorrowingStatus status = default, Memory memory = default, Trigger trigger = default) =>
        (Kind, Status, Memory, Trigger) = (kind, status, memory, trigger);

    public TargetKind Kind { get; }

    public BorrowingStatus Status { get; }

    public Memory Memory { get; }

    public Trigger Trigger { get; }

    /// <summary>True where the outcome is that of other clauses.</summary>
    public bool Refers => Kind is TargetKind.AsFrom or TargetKind.AsOn;

    /// <summary>The status stays; written <c>=</c>.</summary>
    public static Target Stay { get; } = new(TargetKind.Stay);

    /// <summary>The status that an import names.</summary>
    public static Target TheImportedStatus { get; } = new(TargetKind.Imported);

    public static Target To(BorrowingStatus status) => new(TargetKind.Status, status);

    /// <summary>The remembered status; written <c>^</c>.</summary>
    public static Target Restore(Memory memory) => new(TargetKind.Memory, memory: memory);

    /// <summary>As the same trigger does from another status.</summary>
    public static Target AsFrom(BorrowingStatus status) => new(TargetKind.AsFrom, status);

    /// <summary>As another trigger does from the same status.</summary>
    public static Target AsOn(Trigger trigger) => new(TargetKind.AsOn, trigger: trigger);

    /// <summary>The status and the trigger whose clauses give the outcome, where it <see cref="Refers"/>.</summary>
    public (BorrowingStatus From, Trigger On) Source(BorrowingStatus from, Trigger trigger) =>
        Kind == TargetKind.AsFrom ? (Status, trigger) : (from, Trigger);
}
