using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Ports;

/// <summary>A circulation, and a probe into its records. A host writes one for its circulation.</summary>
public abstract class CirculationHarness : PortHarness<ICirculation>;
