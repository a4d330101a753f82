using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>What <c>AddBorrowingWorkflow</c> hands to a host: extension methods of this package and of others plug parts in.</summary>
public sealed class BorrowingWorkflowBuilder
{
    internal BorrowingWorkflowBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }
}
