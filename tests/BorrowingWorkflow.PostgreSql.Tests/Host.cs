using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.PostgreSql.Tests;

/// <summary>The workflow on a PostgreSQL database, as an application has it.</summary>
internal sealed class Host : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Host(string connectionString) =>
        _services = new ServiceCollection().AddBorrowingWorkflow(workflow => workflow.UsePostgreSql(connectionString)).BuildServiceProvider();

    public Host(IWorkflowStore store) => _services = new ServiceCollection().AddSingleton(store).AddBorrowingWorkflow(_ => { }).BuildServiceProvider();

    public IBorrowingWorkflow Workflow => _services.GetRequiredService<IBorrowingWorkflow>();

    public IWorkflowStore Store => _services.GetRequiredService<IWorkflowStore>();

    public ValueTask<TransitionResult> SubmitAsync(RequestId request, CancellationToken cancellationToken = default) => Workflow.SubmitAsync(
        request,
        new() { Library = "CSUN", Patron = new("p1"), Citation = new() { Title = "A title", Isbn = "9780000000000" } },
        "submit",
        cancellationToken: cancellationToken);

    public ValueTask<TransitionResult> NoteAsync(RequestId request, string messageId, CancellationToken cancellationToken = default) => Workflow.ExecuteAsync(
        new() { Request = request, Trigger = Trigger.AddNote, By = Actor.Staff, MessageId = messageId, Data = new() { Text = "A note." } }, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
