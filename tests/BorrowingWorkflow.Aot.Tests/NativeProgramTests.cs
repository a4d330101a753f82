using BorrowingWorkflow.Tests.Programs;
using BorrowingWorkflow.Tests.Servers;

namespace BorrowingWorkflow.Aot.Tests;

/// <summary>The core, the stores and ISO 18626 in a program that is compiled ahead of time.</summary>
public class NativeProgramTests
{
    private static readonly string[] Course =
        ["ShippedPhysically", "PhysicallyReceivedByLibrary", "LoanedItemToPatron", "RequestCompleted", "1 request to the lender, 0 objections"];

    [NativeFact]
    public async Task A_native_program_is_made_without_a_warning_and_borrows_from_end_to_end()
    {
        var folder = TemporaryFolders.Make();
        // In this project a warning is an error, those about trimming and native code too.
        await ProgramRun.OutputAsync(
            RepositoryRoot.Combine("tests", "BorrowingWorkflow.Aot"),
            "dotnet",
            "publish",
            "--no-restore",
            "--configuration",
            "Release",
            "--runtime",
            "linux-x64",
            "--output",
            folder,
            "-p:BuildProjectReferences=false",
            "-p:RunAnalyzers=false");

        var program = Path.Combine(folder, "BorrowingWorkflow.Aot");
        var database = Path.Combine(folder, "requests.db");
        string[] stores = ["sqlite"];
        string[] arguments = [database];
        if (PostgreSqlBinaries.ReasonToSkip() is null)
        {
            stores = ["sqlite", "postgresql"];
            arguments = [database, (await PostgreSqlServer.SharedAsync()).ConnectionString];
        }

        var output = await ProgramRun.OutputAsync(folder, program, arguments);

        Assert.Equal(["native", .. stores.SelectMany(store => Course.Select(line => $"{store}: {line}"))], output.TrimEnd().Split('\n'));
    }
}
