using BorrowingWorkflow.Tests.Servers;

// For people: a PostgreSQL to try things on. Says its connection string and its folder, and keeps it until standard input ends or Ctrl-C:
//   dotnet run --project tests/BorrowingWorkflow.PostgreSqlServer
// For scripts: "where" says where PostgreSQL's programs are, or an empty line.
if (args is ["where"])
{
    Console.WriteLine(PostgreSqlBinaries.Find());
    return;
}

await using var server = await PostgreSqlServer.StartNewAsync();
Console.WriteLine(server.ConnectionString);
Console.WriteLine(server.Folder);
await Console.In.ReadToEndAsync();
