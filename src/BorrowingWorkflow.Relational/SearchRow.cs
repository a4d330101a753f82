namespace BorrowingWorkflow.Relational;

/// <summary>How a row of request_search is told from others, in SQL; the request's id is the parameter @request.</summary>
/// <param name="Key">Its key, which is also what request has for it in <paramref name="RequestKey"/>.</param>
/// <param name="RequestKey">The column of request that has the key.</param>
/// <param name="Columns">The columns that a new row's key is written to.</param>
/// <param name="Values">What is written to them.</param>
/// <param name="Condition">The condition of the row of one request.</param>
internal sealed record SearchRow(string Key, string RequestKey, string Columns, string Values, string Condition);
