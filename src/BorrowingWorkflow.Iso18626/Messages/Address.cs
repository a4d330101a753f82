namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>An electronic or a physical address (<c>address</c>).</summary>
/// <remarks>The writer demands exactly one of the two.</remarks>
public sealed record Address
{
    /// <summary>The electronic address; null where it is a physical one.</summary>
    public ElectronicAddress? ElectronicAddress { get; init; }

    /// <summary>The physical address; null where it is an electronic one.</summary>
    public PhysicalAddress? PhysicalAddress { get; init; }
}
