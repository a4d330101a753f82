using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>What a host said of an input after the call returned.</summary>
/// <param name="Key">The input's key.</param>
/// <param name="Verdict">The first verdict on it.</param>
/// <param name="Status">The status after it.</param>
/// <param name="Version">The version after it.</param>
internal sealed record Acknowledgement(MessageKey Key, Verdict Verdict, BorrowingStatus Status, int Version);
