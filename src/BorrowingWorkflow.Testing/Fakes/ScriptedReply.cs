using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>What a partner says some time after a message arrived.</summary>
internal sealed record ScriptedReply(Trigger Trigger, TimeSpan After, InputData? Data);
