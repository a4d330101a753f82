using System.Data.Common;

namespace BorrowingWorkflow.Relational;

/// <summary>Makes one answer of the rows of a query, whether they are read with or without waiting.</summary>
internal interface IRows<out T>
{
    /// <summary>Takes the present row.</summary>
    /// <returns>False where no further row is needed.</returns>
    bool Take(DbDataReader row);

    /// <summary>The answer, after the last row.</summary>
    T Result();
}
