using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>A page of the desk, and how it is reached.</summary>
/// <param name="Name">What it is called in a failure.</param>
/// <param name="Shows">What only this page has.</param>
/// <param name="ReachAsync">Leads there.</param>
internal sealed record Stop(string Name, string Shows, Func<Visit, DeskHost, Task> ReachAsync)
{
    /// <summary>A page that is reached by its address.</summary>
    public Stop(string name, string shows, string path)
        : this(name, shows, (visit, _) => visit.GoAsync(path))
    {
    }
}
