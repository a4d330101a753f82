using System.CommandLine;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>Reads agency ids as people write them: <c>ISIL:US-CSUN</c>.</summary>
internal static class Agencies
{
    public static AgencyId? Parse(string? text) => text?.Split(':', 2) is [{ Length: > 0 } type, { Length: > 0 } value]
        && !text.Any(char.IsControl)
            ? new AgencyId(type, value)
            : null;

    public static Option<AgencyId?> Option(string name, string description) =>
        ReadOption.Of(name, description, "TYPE:VALUE", Parse, "is no agency id. Write it like ISIL:US-CSUN.");
}
