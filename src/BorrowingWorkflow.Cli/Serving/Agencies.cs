using System.CommandLine;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>Reads agency ids as people write them: <c>ISIL:US-CSUN</c>.</summary>
internal static class Agencies
{
    public static AgencyId? Parse(string? text) => text?.Split(':', 2) is [{ Length: > 0 } type, { Length: > 0 } value]
        && !text.Any(char.IsControl)
            ? new AgencyId(type, value)
            : null;

    public static Option<AgencyId?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TYPE:VALUE",
        CustomParser = result =>
        {
            if (Parse(result.Tokens[0].Value) is { } agency)
            {
                return agency;
            }

            result.AddError($"{name} {result.Tokens[0].Value} is no agency id. Write it like ISIL:US-CSUN.");
            return null;
        },
    };
}
