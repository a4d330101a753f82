using BorrowingWorkflow.Tests.Servers;

// A PostgreSQL to try things on: says its connection string and its folder, and keeps it until standard input ends or Ctrl-C.
// For people: dotnet run --project tests/BorrowingWorkflow.PostgreSqlServer
await using var server = await PostgreSqlServer.StartNewAsync();
Console.WriteLine(server.ConnectionString);
Console.WriteLine(server.Folder);
await Console.In.ReadToEndAsync();
