using BorrowingWorkflow.Desk.Tests.Browser;

// For scripts: "where" says where the browser is, or an empty line.
if (args is ["where"])
{
    Console.WriteLine(Chromium.Find());
    return 0;
}

await Console.Error.WriteLineAsync("Say where. The tests are run by dotnet test.");
return 2;
