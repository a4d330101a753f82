namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>An e-mail address or the like (<c>electronicAddress</c>).</summary>
public sealed record ElectronicAddress
{
    /// <summary>Without anything.</summary>
    public ElectronicAddress()
    {
    }

    /// <summary>An address of a kind, such as <c>("Email", "ill@example.org")</c>.</summary>
    public ElectronicAddress(string type, string data)
    {
        ElectronicAddressType = new(type);
        ElectronicAddressData = data;
    }

    /// <summary>Says nothing about the address, so that no log can.</summary>
    public override string ToString() => "(withheld)";

    /// <summary>Its kind, such as Email.</summary>
    /// <value>No code.</value>
    public Code ElectronicAddressType { get; init; } = Code.None;

    /// <summary>The address itself.</summary>
    /// <value>Empty.</value>
    public string ElectronicAddressData { get; init; } = "";
}
