using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Sqlite.Tests;

public class RegistrationTests
{
    [Fact]
    public void UseSqlite_registers_the_store_once()
    {
        var services = new ServiceCollection();
        services.AddBorrowingWorkflow(workflow => workflow.UseSqlite("requests.db").UseInMemoryStore());

        var store = Assert.Single(services, service => service.ServiceType == typeof(IWorkflowStore));

        Assert.Equal(ServiceLifetime.Singleton, store.Lifetime);
        Assert.IsType<SqliteWorkflowStore>(store.ImplementationFactory!(null!));
    }
}
