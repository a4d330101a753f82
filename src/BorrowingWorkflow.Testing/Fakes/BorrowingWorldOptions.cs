using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>What a <see cref="BorrowingWorld"/> is made of.</summary>
public sealed class BorrowingWorldOptions
{
    /// <summary>The store; empty, and the caller disposes of it.</summary>
    /// <value>A new one in memory.</value>
    public IWorkflowStore? Store { get; set; }

    /// <summary>When the world begins, in UTC.</summary>
    /// <value>Monday, 7 September 2026, 09:00.</value>
    public DateTimeOffset Start { get; set; } = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The code of the borrowing library.</summary>
    /// <value>SDSU.</value>
    public string Library { get; set; } = "SDSU";

    /// <summary>The partners that the directory knows; at least one. All of them hold everything.</summary>
    /// <value>CSUN, CHICO and SJSU.</value>
    public IReadOnlyList<Partner> Partners { get; set; } = [new("CSUN"), new("CHICO"), new("SJSU")];

    /// <summary>Plugs other parts in and sets policies. A part that is chosen here takes the place of the world's; the store is not chosen here.</summary>
    /// <value>Nothing.</value>
    public Action<BorrowingWorkflowBuilder>? Configure { get; set; }
}
