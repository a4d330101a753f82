namespace BorrowingWorkflow.Site;

/// <summary>The documentation is not in order; the message says where and what to do.</summary>
internal sealed class SiteException(string message) : Exception(message);
