using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql.Tests;

public class RegistrationTests
{
    [Fact]
    public async Task The_store_that_was_chosen_first_stays()
    {
        var services = new ServiceCollection();

        #region docs:choose
        services.AddBorrowingWorkflow(workflow => workflow.UsePostgreSql("Host=db.example.edu;Database=borrowing;Username=borrowing"));
        #endregion

        services.AddBorrowingWorkflow(workflow => workflow.UseInMemoryStore());
        await using var provider = services.BuildServiceProvider();
        Assert.IsType<PostgreSqlWorkflowStore>(provider.GetRequiredService<IWorkflowStore>());
    }

    [PostgreSqlFact]
    public async Task A_data_source_of_the_hosts_is_used()
    {
        var connectionString = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        var services = new ServiceCollection();

        #region docs:source
        var source = new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { MaxAutoPrepare = 100, NoResetOnClose = true } }.Build();
        services.AddSingleton(source).AddBorrowingWorkflow(workflow => workflow.UsePostgreSql());
        #endregion

        await using var provider = services.BuildServiceProvider();
        Assert.Null(await provider.GetRequiredService<IBorrowingWorkflow>().FindAsync("R-1"));
        await source.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await provider.GetRequiredService<IBorrowingWorkflow>().FindAsync("R-1"));
    }

    [Fact]
    public async Task A_data_source_that_is_missing_is_named()
    {
        await using var provider = new ServiceCollection().AddBorrowingWorkflow(workflow => workflow.UsePostgreSql()).BuildServiceProvider();

        Assert.Contains("has no NpgsqlDataSource: call UsePostgreSql with a connection string", Assert.Throws<IncompleteRegistrationException>(
            () => provider.GetRequiredService<IBorrowingWorkflow>()).Message, StringComparison.Ordinal);
    }
}
