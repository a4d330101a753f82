using System.Reflection;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Conventions.Tests.Telemetry;

/// <summary>A store in which somebody else seems to save first, once.</summary>
public class SaveConflicts : DispatchProxy
{
    private IWorkflowStore _inner = new InMemoryWorkflowStore();
    private bool _isDue = true;

    public static IWorkflowStore Before(IWorkflowStore inner)
    {
        var store = Create<IWorkflowStore, SaveConflicts>();
        ((SaveConflicts)(object)store)._inner = inner;
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (_isDue && args is [RequestSave save, ..])
        {
            _isDue = false;
            return new ValueTask(Task.FromException(new ConcurrencyConflictException(save.Event.Request, save.Expected, actual: null)));
        }

        return targetMethod!.Invoke(_inner, args);
    }
}
