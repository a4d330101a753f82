namespace BorrowingWorkflow.Storage;

/// <summary>Everything that the workflow stores, in one place; what a host registers. Each part has its own page of duties.</summary>
public interface IWorkflowStore : IRequestStore, IRequestReader, IOutbox, IDeadlineSource, IDeskLog, IBacklogReader;
