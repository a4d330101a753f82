using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Checks;

public sealed class CheckPresetsTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(RepositoryRoot.Combine("tests", "BorrowingWorkflow.Tests", "Spec", "checks.tsv")).Skip(1).Select(line => line.Split('\t')),
    ];

    private static readonly Dictionary<string, RequestOrder> Orders = new()
    {
        ["oldest active note first"] = RequestOrder.OldestNote,
        ["oldest active message first"] = RequestOrder.OldestMessage,
        ["longest in status first"] = RequestOrder.LongestInStatus,
        ["newest first"] = RequestOrder.Newest,
        ["due date soonest first"] = RequestOrder.DueDate,
        ["due date oldest first"] = RequestOrder.DueDate,
        ["longest expired first"] = RequestOrder.HoldExpiry,
    };

    [Fact]
    public void The_presets_agree_with_the_specification_row_by_row()
    {
        Assert.Equal(Rows.Select(row => row[0]), CheckPresets.Extended.Select(policy => policy.Id));
        foreach (var (row, policy) in Rows.Zip(CheckPresets.Extended))
        {
            Assert.Equal(
                (row[0], row[1], row[2], row[3], row[4], Orders[row[5]], row[6], row[7]),
                (policy.Id, policy.Preset, policy.Cadence.ToString().ToLowerInvariant(), policy.Title, policy.Selects, policy.Order, policy.Advice,
                    policy.Remedies.Count == 0 ? "-" : string.Join(',', policy.Remedies)));
        }
    }

    [Fact]
    public void A_row_on_one_status_selects_that_status_and_nothing_else()
    {
        var context = new CheckContext(CheckDesk.Now);
        foreach (var policy in CheckPresets.Extended.Where(policy => policy.Selects.StartsWith("status ", StringComparison.Ordinal) && !policy.Selects.Contains(',')))
        {
            var selection = policy.Select(context);
            Assert.Equal("status " + selection.Query.Statuses, policy.Selects);
            Assert.Equal(new RequestQuery { Statuses = selection.Query.Statuses }, selection.Query);
            Assert.Null(selection.Where);
        }
    }

    [Fact]
    public void The_catch_all_does_not_read_statuses_that_another_list_takes_whole()
    {
        StatusSet left =
        [
            RequestAccepted, ShippedDigitally, DigitallyReceivedByLibrary, PhysicallyReceivedByLibrary, LoanedItemToPatron, RenewRequested, RenewedByPartner,
            RenewRequestNotAccepted,
        ];
        Assert.Equal(left, CheckPresets.Find("no-list")!.Select(new(CheckDesk.Now)).Query.Statuses);
    }

    [Fact]
    public void Csu_is_the_rows_csu_and_begins_extended()
    {
        Assert.Equal(Rows.Where(row => row[1] == "csu").Select(row => row[0]), CheckPresets.Csu.Select(policy => policy.Id));
        Assert.Equal(CheckPresets.Csu, CheckPresets.Extended.Take(CheckPresets.Csu.Count));
        Assert.Same(CheckPresets.Csu, CheckPresets.Named("csu"));
        Assert.Same(CheckPresets.Extended, CheckPresets.Named("extended"));
        Assert.Null(CheckPresets.Named("CSU"));
        Assert.Null(CheckPresets.Find("nothing"));
    }

    [Fact]
    public void Remedies_are_those_that_are_permitted_now_in_the_checks_order()
    {
        var policy = CheckPresets.Find("ready-to-be-sent")!;
        Assert.Equal([Trigger.Send, Trigger.CancelByStaff], policy.RemediesAmong([Trigger.CancelByStaff, Trigger.Complete, Trigger.Send]));
        Assert.Empty(CheckPresets.Find("no-list")!.RemediesAmong([Trigger.Complete]));
    }

    [SharedFact("spec/checks.tsv")]
    public void The_copy_of_the_specification_is_the_original() =>
        Assert.Equal(
            File.ReadAllText(SharedFolder.Combine("spec", "checks.tsv")),
            File.ReadAllText(RepositoryRoot.Combine("tests", "BorrowingWorkflow.Tests", "Spec", "checks.tsv")));
}
