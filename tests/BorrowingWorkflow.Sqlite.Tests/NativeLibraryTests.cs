using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Sqlite.Tests;

public class NativeLibraryTests
{
    [Fact]
    public void The_bundled_SQLite_loads_and_knows_the_returning_clause()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        Assert.True(Version.Parse(connection.ServerVersion) >= new Version(3, 35));
    }
}
