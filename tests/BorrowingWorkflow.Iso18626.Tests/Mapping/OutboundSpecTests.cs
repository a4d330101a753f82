using System.Text.RegularExpressions;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Sending;

namespace BorrowingWorkflow.Iso18626.Tests.Mapping;

/// <summary>The outbound mapping and the specification's table agree row by row.</summary>
public partial class OutboundSpecTests
{
    private static readonly IReadOnlyDictionary<string, string>[] Specified = [.. SpecTable.Read("iso18626.tsv").Rows.Where(row => row["direction"] == "out")];

    public static IEnumerable<object[]> Rows => Specified.Select(row => new object[] { row["iso18626"], row["condition"] });

    [Fact]
    public void The_specification_has_nine_rows_for_what_goes_out() => Assert.Equal(9, Specified.Length);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_names_the_effects_that_become_its_message(string message, string condition)
    {
        var specified = EffectName().Matches(condition).Select(match => match.Groups["kind"].Value).Where(name => Enum.TryParse<EffectKind>(name, out _));

        Assert.Equal(specified.Order(StringComparer.Ordinal), KindsOf(message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_message_of_the_mapping_is_specified() =>
        Assert.Empty(OutboundMapping.Rows.Select(Name).Distinct().Except(Specified.Select(row => row["iso18626"])));

    [Fact]
    public void Lost_is_a_notification_for_partners_of_version_1_2()
    {
        var row = Assert.Single(Specified, one => one["iso18626"].EndsWith(" Lost", StringComparison.Ordinal));
        Assert.Equal("for 1.2 peers: Notification with a note", row["note"]);

        var lost = OutboundMapping.Of(new("R-1/1/1", "R-1", EffectKind.SendLost), Iso18626Version.V1_2);
        Assert.Equal((MessageAction.Notification, OutboundMapping.LostNote), (lost.Action, lost.Note));
    }

    // A send that failed for certain goes out as it was (SE-2), so RetrySend stands with SendRequest. Lost has a row of its own for 1.2.
    private static IEnumerable<string> KindsOf(string message) => OutboundMapping.Rows
        .Where(row => Name(row) == message && row.Kind != EffectKind.RetrySend && !(row.Kind == EffectKind.SendLost && row.Since == Iso18626Version.V1_2))
        .Select(row => row.Kind.ToString())
        .Distinct();

    private static string Name(MessageShape row) => row.IsRequest ? $"Request, requestType {row.RequestType}" : $"RequestingAgencyMessage, action {row.Action}";

    [GeneratedRegex(@"(?<kind>[A-Z][A-Za-z]+)(\([A-Za-z]+\))?", RegexOptions.ExplicitCapture)]
    private static partial Regex EffectName();
}
