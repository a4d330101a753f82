using BorrowingWorkflow.Aot.Tests;

// For scripts: "where" says what links native programs here, or an empty line.
if (args is ["where"])
{
    Console.WriteLine(NativeLinker.Find());
    return 0;
}

await Console.Error.WriteLineAsync("Say where. The tests are run by dotnet test.");
return 2;
