using System.Text;
using BorrowingWorkflow.Iso18626.Mock;
using Xunit.Sdk;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>That the scenarios would notice an invalid message.</summary>
public sealed class SchemaControlTests
{
    [SharedTheory("data/iso18626-schema")]
    [InlineData("1.2")]
    [InlineData("2021-2")]
    public void A_message_that_its_schema_does_not_allow_fails_the_scenario(string version)
    {
        var xml = $"""<ISO18626Message xmlns="http://illtransactions.org/2013/iso18626" version="{version}"><request/></ISO18626Message>""";

        Assert.ThrowsAny<XunitException>(() => Schemas.AssertValid("CHICO", new MockExchange(default, true, Encoding.UTF8.GetBytes(xml))));
    }
}
