using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Iso18626.Scenarios.Tests.Lenders;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>What <see cref="MockLender"/> tells, asked of the process that it is in: each look is a question.</summary>
internal sealed class RemoteMock(LenderProcess process, Opened opened)
{
    /// <summary>The process that says that it has the lender.</summary>
    public int ProcessId => opened.ProcessId;

    public Uri Address => opened.Address;

    public MockTally Tally => process.Ask<MockTally>(Named("tally"));

    public IReadOnlyList<MockExchange> Exchanges =>
        [.. process.Ask<MockExchange[]>(Named("exchanges")).Select(one => one with { Message = Iso18626Reader.Read(one.Bytes).Message })];

    public SupplyStatus? StatusOf(string request) => process.Ask<SupplyStatus?>(Named("status"), request);

    public Task<DateTimeOffset?> NextDueAsync() => AskAsync<DateTimeOffset?>("due");

    /// <summary>Gives an order, and waits until it is done.</summary>
    public Task DoAsync(string order, object? with = null) => process.DoAsync(Named(order), with);

    /// <summary>Gives an order that has an answer.</summary>
    public Task<T> AskAsync<T>(string order) => process.AskAsync<T>(Named(order));

    private string Named(string order) => $"lenders/{opened.Id}/{order}";
}
