using MassTransit;

namespace BorrowingWorkflow.Benchmarks.Saga;

/// <summary>Counts messages that were processed to the end, and tells when there are as many as were awaited.</summary>
internal sealed class SagaProgress : IConsumeObserver
{
    private TaskCompletionSource _done = new();
    private int _left;

    /// <summary>Done when as many messages as told have been processed from now on.</summary>
    public Task WaitFor(int messages)
    {
        _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, messages);
        return _done.Task;
    }

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _done.TrySetResult();
        }

        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class
    {
        _done.TrySetException(exception);
        return Task.CompletedTask;
    }
}
