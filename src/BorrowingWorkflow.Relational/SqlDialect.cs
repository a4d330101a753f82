using System.Data.Common;

namespace BorrowingWorkflow.Relational;

/// <summary>Where databases differ. Everything else is written once, in SQL that SQLite and PostgreSQL both read; parameters are @name.</summary>
internal abstract class SqlDialect
{
    /// <summary>A whole number of 64 bits.</summary>
    public abstract string Integer { get; }

    /// <summary>Text that is compared and sorted by its bytes, never by a language's rules.</summary>
    public abstract string Text { get; }

    /// <summary>Bytes of any length.</summary>
    public abstract string Bytes { get; }

    /// <summary>A column that numbers the rows as they come in, and is the table's primary key.</summary>
    public abstract string Sequence { get; }

    /// <summary>What follows a table whose rows lie in the order of their primary key.</summary>
    public abstract string Clustered { get; }

    /// <summary>What ends a query whose rows are about to be leased, so that two who lease at the same time don't meet.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>True where a table exists.</summary>
    public abstract bool HasTable(DbConnection connection, DbTransaction transaction, string table);
}
