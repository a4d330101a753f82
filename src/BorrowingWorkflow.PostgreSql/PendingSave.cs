using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>A save with its statements; it comes to a conflict, or to null where it was written.</summary>
internal sealed class PendingSave(RequestSave save, List<SqlCall> calls) : PendingCall<ConcurrencyConflictException?>
{
    public RequestSave Save => save;

    public List<SqlCall> Calls => calls;
}
