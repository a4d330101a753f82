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

    /// <summary>A query that finds a row where the schema has a version.</summary>
    public abstract string FindSchemaVersion { get; }

    /// <summary>The statements that give request a pickup location and request_search a key and words, and take the first indexes away.</summary>
    public abstract IReadOnlyList<string> WidenTables { get; }

    /// <summary>The statements that index the words of request_search, those of the rows that there are included.</summary>
    public abstract IReadOnlyList<string> IndexWords { get; }

    /// <summary>What follows the table of an index that is asked for whole values alone, which may be of any length.</summary>
    public abstract string OnWholeValues { get; }

    /// <summary>The columns of the index by which ids are found by how they begin.</summary>
    public abstract string LowerId { get; }

    /// <summary>How a row of request_search is told: by its key where that is the request's own, else by the request's id.</summary>
    public abstract SearchRow SearchRow { get; }

    /// <summary>True where a union whose parts come in its order is merged; false where the parts have to be cut to a page first to be.</summary>
    public abstract bool MergesWalks { get; }

    /// <summary>What follows a table that has to be read along an index; nothing where the database knows best.</summary>
    public abstract string Along(string index);

    /// <summary>FROM and WHERE of the requests that a query finds.</summary>
    /// <param name="keys">A query for <see cref="Relational.SearchRow.Key"/>.</param>
    public abstract string Among(string keys);

    /// <summary>A query for the keys of the newest requests whose title has words that begin with each of the given ones.</summary>
    /// <param name="words">The words, at least one; letters and digits only.</param>
    /// <param name="parameter">Takes a value and gives the name of its parameter.</param>
    public abstract string WithWords(IReadOnlyList<string> words, Func<string, string> parameter);
}
