using System.Threading.Channels;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>Takes the rows of an export over (IN-8), and can be run again at any time.</summary>
/// <remarks>
/// The message id of an import tells what the row said, so that one which changed nothing is recognised, whether the run before it came to
/// its end or was killed. Rows of different requests are saved at the same time and share the database's transactions.
/// </remarks>
internal sealed class AlmaImporter(IBorrowingWorkflow workflow)
{
    private const int AtATime = 256;
    private const string Sender = "import-alma/";

    /// <param name="rows">The rows.</param>
    /// <param name="report">Called in file order, never at the same time, with what is to be said of the row, if anything.</param>
    /// <param name="cancellationToken">Ends the reading; rows that were taken up are finished.</param>
    public async Task RunAsync(IEnumerable<AlmaRow> rows, Action<AlmaRow, ImportOutcome, string?> report, CancellationToken cancellationToken)
    {
        var inOrder = Channel.CreateBounded<(AlmaRow Row, Task<(ImportOutcome, string?)> Done)>(AtATime);
        var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reporting = Task.Run(() => ReportAsync(inOrder.Reader, report, failed), CancellationToken.None);
        try
        {
            Dictionary<RequestId, int> lines = [];
            foreach (var row in rows)
            {
                var first = row.Fault is null && !lines.TryAdd(row.Request, row.Line) ? lines[row.Request] : 0;
                var seen = first == 0 ? row : row with { Fault = $"the request is on line {first} too; leave one row for each request" };
                await inOrder.Writer.WriteAsync((seen, Task.Run(() => TakeAsync(seen), CancellationToken.None)), failed.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A save failed; its exception follows.
        }
        finally
        {
            inOrder.Writer.Complete();
            await reporting;
            failed.Dispose();
        }
    }

    private static async Task ReportAsync(
        ChannelReader<(AlmaRow Row, Task<(ImportOutcome, string?)> Done)> inOrder, Action<AlmaRow, ImportOutcome, string?> report, CancellationTokenSource failed)
    {
        try
        {
            await foreach (var (row, done) in inOrder.ReadAllAsync(CancellationToken.None))
            {
                var (outcome, said) = await done;
                report(row, outcome, said);
            }
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    private async Task<(ImportOutcome, string?)> TakeAsync(AlmaRow row)
    {
        if (row.Fault is { } fault)
        {
            return (ImportOutcome.BadRow, fault);
        }

        try
        {
            return await ImportAsync(row);
        }
        catch (ConcurrencyConflictException)
        {
            return (ImportOutcome.KeptHere, "the request was changed here at the same moment and was left alone; import again");
        }
        catch (ArgumentException error)
        {
            return (ImportOutcome.BadRow, $"{FirstSentence.Of(error)}; correct the row");
        }
    }

    private async Task<(ImportOutcome, string?)> ImportAsync(AlmaRow row)
    {
        var mark = Sender + row.Fingerprint;
        var stood = await workflow.FindAsync(row.Request);
        if (stood is not null && LastImport(await workflow.HistoryAsync(row.Request)) is var last)
        {
            if (last?.StartsWith(mark, StringComparison.Ordinal) == true)
            {
                return (ImportOutcome.Unchanged, row.Remark);
            }

            if (stood.Facts.ImportedRevision != stood.Revision)
            {
                return (ImportOutcome.KeptHere, last is null
                    ? "a request of this id was made here and was left alone; give the imported one another id"
                    : "Alma has changed the request, but it was worked here since its import and was left alone; see what is right with borrowing show");
            }
        }

        var result = await workflow.ExecuteAsync(new()
        {
            Request = row.Request,
            Trigger = Trigger.Import,
            By = Actor.System,
            MessageId = $"{mark}/{stood?.Revision ?? 0}",
            IfRevision = stood?.Revision,
            Data = row.Data,
        });
        return result.Verdict == Verdict.Applied
            ? (stood is null ? ImportOutcome.Added : ImportOutcome.Updated, row.Remark)
            : (ImportOutcome.KeptHere, "the request was made here at the same moment and was left alone; import again");
    }

    private static string? LastImport(IReadOnlyList<HistoryEvent> history) =>
        history.LastOrDefault(entry => entry is { Trigger: Trigger.Import, Verdict: Verdict.Applied })?.MessageId is { } id
            && id.StartsWith(Sender, StringComparison.Ordinal) ? id : null;
}
