using System.CommandLine;

namespace BorrowingWorkflow.Cli.Databases;

/// <summary>Lets a command list the options for its database like any other.</summary>
internal static class DatabaseOptionsExtensions
{
    public static void Add(this Command command, DatabaseOptions database)
    {
        command.Add(database.File);
        command.Add(database.Server);
        command.Validators.Add(database.Check);
    }
}
