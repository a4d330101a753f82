using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>A store in memory that writes down what it is told to save.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy makes a subtype.")]
internal class SaveRecorder : DispatchProxy
{
    private readonly InMemoryWorkflowStore _store = new();
    private readonly List<RequestSave> _saves = [];

    /// <summary>The saves that the engine makes of the inputs, in their order.</summary>
    public static async Task<IReadOnlyList<RequestSave>> RecordAsync(IReadOnlyList<WorkflowInput> inputs)
    {
        var store = Create<IWorkflowStore, SaveRecorder>();
        await Term.ReplayAsync(Term.Engine(store), inputs);
        return ((SaveRecorder)store)._saves;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is [RequestSave save, ..])
        {
            _saves.Add(save);
        }

        return targetMethod!.Invoke(_store, args);
    }
}
