using System.Data.Common;
using BorrowingWorkflow.Relational;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>The store that a run is about, with what can be done to it.</summary>
internal interface IStage : IAsyncDisposable
{
    /// <summary>As the program's arguments name it.</summary>
    string Name { get; }

    /// <summary>The faults of this kind of store, beside those that every run has.</summary>
    IReadOnlyList<Fault> Faults { get; }

    /// <summary>Where a host finds the store; each host has a way of its own.</summary>
    string ConnectionOf(int host);

    /// <summary>A way to the store on which there are no faults.</summary>
    RelationalWorkflowStore Open();

    /// <summary>A way to the tables on which there are no faults.</summary>
    DbConnection Connect();

    /// <summary>Ends every fault.</summary>
    Task HealAsync();

    /// <summary>What the database itself says of its health; empty where it is well.</summary>
    Task<IReadOnlyList<string>> DamageAsync();
}
