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

    /// <summary>What ends an INSERT of a row that must be new: it changes nothing where the row exists, or fails.</summary>
    /// <param name="columns">The columns that make the row the same.</param>
    public abstract string OnExisting(string columns);

    /// <summary>An UPDATE that must change one row: as it is where the changed rows are counted, else one that fails where it finds none.</summary>
    public abstract string MustChangeOne(string update);

    /// <summary>A query that must find nothing: as it is where its rows are looked at, else one that fails where it finds one row.</summary>
    public abstract string MustFindNothing(string query);

    /// <summary>True where a table exists.</summary>
    public abstract bool HasTable(DbConnection connection, DbTransaction transaction, string table);
}
