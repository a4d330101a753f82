using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Ports;

/// <summary>A notifier, and a probe into the boxes of patrons and staff. A host writes one for its notifier.</summary>
public abstract class NotifierHarness : PortHarness<IPatronNotifier>;
