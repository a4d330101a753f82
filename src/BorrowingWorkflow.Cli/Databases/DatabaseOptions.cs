using System.CommandLine;
using System.CommandLine.Parsing;

namespace BorrowingWorkflow.Cli.Databases;

/// <summary>The two ways to name the database; a call uses exactly one.</summary>
internal sealed class DatabaseOptions
{
    public Option<string?> File { get; } = new("--db")
    {
        Description = "The SQLite file that holds the requests.",
        HelpName = "FILE.db",
    };

    public Option<string?> Server { get; } = new("--postgres")
    {
        Description = "Instead of --db: the PostgreSQL database that holds them.",
        HelpName = "CONNECTION",
    };

    /// <summary>What the call names.</summary>
    /// <exception cref="BadInputException">It is no connection string.</exception>
    public DatabaseLocation Of(ParseResult call) => call.GetValue(Server) is { } connection
        ? PostgreSqlLocation.Parse(connection)
        : new SqliteLocation(call.GetValue(File)!);

    public void Check(CommandResult call)
    {
        switch (call.GetResult(File), call.GetResult(Server))
        {
            case (null, null):
                call.AddError("Name the database, with --db FILE.db or --postgres CONNECTION.");
                break;
            case (not null, not null):
                call.AddError("Name one database, with --db or with --postgres.");
                break;
        }
    }
}
