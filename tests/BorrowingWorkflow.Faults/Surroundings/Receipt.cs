using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Wire;

namespace BorrowingWorkflow.Faults.Surroundings;

/// <summary>An effect that arrived outside: at a partner, a patron, staff or the circulation. Kept by the conductor, which is never killed.</summary>
/// <param name="Number">Its place in the order of arrivals, from 1.</param>
/// <param name="Port">Through which port it came.</param>
/// <param name="Effect">The effect, as the host handed it over.</param>
internal sealed record Receipt(long Number, Port Port, Effect Effect);
