namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Which agency is meant (<c>supplyingAgencyId</c> and the like).</summary>
public sealed record AgencyId
{
    /// <summary>Without anything.</summary>
    public AgencyId()
    {
    }

    /// <summary>A symbol of a kind, such as <c>("ISIL", "US-CSUN")</c>.</summary>
    public AgencyId(string type, string value)
    {
        AgencyIdType = new(type);
        AgencyIdValue = value;
    }

    /// <summary>The kind of symbol, such as ISIL.</summary>
    /// <value>No code.</value>
    public Code AgencyIdType { get; init; } = Code.None;

    /// <summary>The symbol itself.</summary>
    /// <value>Empty.</value>
    public string AgencyIdValue { get; init; } = "";

    /// <summary>What it is compared by: kind and symbol, whatever list the kind is from.</summary>
    internal (string Type, string Value) Symbol => (AgencyIdType.Value, AgencyIdValue);

    /// <summary>As people write it: <c>ISIL:US-CSUN</c>.</summary>
    internal string Words => $"{AgencyIdType}:{AgencyIdValue}";
}
