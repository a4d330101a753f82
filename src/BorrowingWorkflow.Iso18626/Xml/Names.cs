using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>The names of the root and of what both versions share.</summary>
internal static class Names
{
    /// <summary>The namespace, the same in both versions.</summary>
    public const string Namespace = "http://illtransactions.org/2013/iso18626";

    /// <summary>The prefix for attributes, which the schemas want qualified.</summary>
    public const string Prefix = "ill";

    public const string Root = "ISO18626Message";
    public const string Version = "version";
    public const string Scheme = "scheme";

    /// <summary>Declarations of prefixes, which are no attributes of ours.</summary>
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";

    /// <summary>What tells a validator where the schema is; allowed everywhere.</summary>
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    public static string Of(Iso18626Version version) => version == Iso18626Version.V1_2 ? "1.2" : "2021-2";
}
