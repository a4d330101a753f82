using System.Xml.Linq;
using BorrowingWorkflow.Iso18626.Mock;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>Holds messages against the published schemas. They are not part of the project; where they are not there, nothing is held against them.</summary>
internal static class Schemas
{
    private static readonly bool AreThere = SharedFolder.ReasonToSkip(Iso18626Schemas.Folder) is null;

    /// <summary>Fails where the schema of its version does not allow a message that went over the wire.</summary>
    public static void AssertValid(string lender, MockExchange exchange)
    {
        if (!AreThere)
        {
            return;
        }

        using var stream = new MemoryStream(exchange.Bytes.ToArray());
        var document = XDocument.Load(stream);
        var version = document.Root!.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "version")?.Value;
        var problems = Iso18626Schemas.Problems(document, version?.StartsWith(Iso18626Schemas.First, StringComparison.Ordinal) == true ? Iso18626Schemas.First : "2021-2");
        Assert.True(problems.Count == 0, $"{lender}: {exchange}\n{string.Join('\n', problems)}\n{document}");
    }
}
