namespace BorrowingWorkflow.Machine;

/// <summary>The ways in which a clause says where it leads.</summary>
internal enum TargetKind : byte
{
    Stay,
    Status,
    Memory,
    Imported,
    AsFrom,
    AsOn,
}
