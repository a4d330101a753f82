using System.Threading.Channels;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Cli.Replay;

/// <summary>Applies a file of events, each at its own time.</summary>
/// <remarks>
/// Events of one request are applied in file order, by one worker; different requests do not touch each other, so their workers save at the
/// same time and share the database's transactions. What is reported comes in file order. An event that was taken up is finished even
/// where the replay is cancelled.
/// </remarks>
internal sealed class Replayer(IBorrowingWorkflow workflow, EventClock clock)
{
    private const int Workers = 64;
    private const int QueueLength = 16;
    private const int MostUnreported = 1024;

    /// <param name="events">The file.</param>
    /// <param name="report">Called in file order, never at the same time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task RunAsync(Stream events, Func<ReplayedLine, ValueTask> report, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inOrder = Channel.CreateBounded<Work>(MostUnreported);
        Channel<Work>[] queues = [.. Enumerable.Range(0, Workers).Select(_ => Channel.CreateBounded<Work>(QueueLength))];
        Task[] workers = [.. queues.Select(queue => Task.Run(() => WorkAsync(queue.Reader), CancellationToken.None))];
        var reporting = Task.Run(() => ReportAsync(inOrder.Reader, report, failed), CancellationToken.None);
        try
        {
            await DistributeAsync(events, queues, inOrder.Writer, failed.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Reporting failed; its exception follows.
        }
        finally
        {
            Array.ForEach(queues, queue => queue.Writer.Complete());
            inOrder.Writer.Complete();
            await Task.WhenAll([.. workers, reporting]);
        }
    }

    private static async Task DistributeAsync(Stream events, Channel<Work>[] queues, ChannelWriter<Work> inOrder, CancellationToken cancellationToken)
    {
        await foreach (var (number, line, end) in Lines.ReadAsync(events, cancellationToken))
        {
            var work = Work.Of(number, line, end);
            await inOrder.WriteAsync(work, cancellationToken);
            if (work.Input is { } input)
            {
                var queue = queues[(input.Request.GetHashCode() & int.MaxValue) % queues.Length];
                await queue.Writer.WriteAsync(work, CancellationToken.None);
            }
        }
    }

    private async Task WorkAsync(ChannelReader<Work> queue)
    {
        await foreach (var work in queue.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                work.Done.SetResult(new(work.Number, work.End, work.Input, await ApplyAsync(work.Input!), null));
            }
            catch (RequestNotFoundException)
            {
                work.Done.SetResult(work.Bad("the request was never submitted; submit it before"));
            }
            catch (ArgumentException error)
            {
                work.Done.SetResult(work.Bad($"{FirstSentence.Of(error)}; correct the event"));
            }
            catch (Exception error)
            {
                work.Done.SetException(error);
            }
        }
    }

    private ValueTask<TransitionResult> ApplyAsync(WorkflowInput input)
    {
        clock.Set(input.At!.Value);
        return input.By == Actor.Partner ? workflow.ReceiveAsync(input) : workflow.ExecuteAsync(input);
    }

    private static async Task ReportAsync(ChannelReader<Work> inOrder, Func<ReplayedLine, ValueTask> report, CancellationTokenSource failed)
    {
        try
        {
            await foreach (var work in inOrder.ReadAllAsync(CancellationToken.None))
            {
                await report(await work.Done.Task);
            }
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    private sealed record Work(int Number, long End, WorkflowInput? Input)
    {
        public TaskCompletionSource<ReplayedLine> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static Work Of(int number, byte[] line, long end)
        {
            try
            {
                return new(number, end, EventLine.Read(line));
            }
            catch (BadLineException error)
            {
                var work = new Work(number, end, null);
                work.Done.SetResult(work.Bad(error.Message));
                return work;
            }
        }

        public ReplayedLine Bad(string fault) => new(Number, End, null, null, fault);
    }
}
