namespace BorrowingWorkflow.DependencyInjection;

/// <summary>One call that sets options; all of them run, in the order of registration, when the options are first needed.</summary>
internal sealed record Setting<T>(Action<T> Apply);
