using System.Runtime.CompilerServices;
using BorrowingWorkflow.Aot;
using BorrowingWorkflow.DependencyInjection;

// Borrows from end to end, once for each store: BorrowingWorkflow.Aot SQLITE-FILE [POSTGRESQL-CONNECTION-STRING]
// Writes a line for each status that a request comes to, and ends with 0 where all were completed.
Console.WriteLine(RuntimeFeature.IsDynamicCodeSupported ? "managed" : "native");
await Loan.RunAsync("sqlite", builder => builder.UseSqlite(args[0]));
if (args is [_, var connection])
{
    await Loan.RunAsync("postgresql", builder => builder.UsePostgreSql(connection));
}
