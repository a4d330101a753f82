using System.Text.Json;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Checks.Reports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Checks.Reports;

public sealed class CheckReportsTests
{
    private static readonly CheckDesk Desk = new CheckDesk()
        .Add("CSU-000001", ReadyToBeSent, 3)
        .Add("CSU-000002", ReadyToBeSent, 0.1)
        .Add("CSU-000003", ReadyToBeSent, 40)
        .Add("図書館-4", LocateFailed, 1.5, FromPartner("神戸大学"))
        .Add("=1+1", ShippedPhysically, 2, FromPartner("A, \"B\" & <C>"))
        .Add("a<b>&\"c\"", ShippedPhysically, 1, request => (request.Rota, request.ActiveEntry) = ([], null))
        .Add("CSU-000007", RequestCompleted, 1, CheckDesk.WithNote(0.001));

    [Theory]
    [InlineData(CheckReportFormat.Table)]
    [InlineData(CheckReportFormat.Json)]
    [InlineData(CheckReportFormat.Csv)]
    [InlineData(CheckReportFormat.Html)]
    public async Task A_report_is_written(CheckReportFormat format) =>
        await Verifier.Verify(CheckReports.Write(await ReportAsync(int.MaxValue), format), format.ToString());

    [Theory]
    [InlineData(CheckReportFormat.Table)]
    [InlineData(CheckReportFormat.Json)]
    [InlineData(CheckReportFormat.Csv)]
    [InlineData(CheckReportFormat.Html)]
    public async Task A_tasks_box_is_written(CheckReportFormat format)
    {
        var box = await Desk.Runner.TasksAsync(new() { Now = CheckDesk.Now, Library = "CSUN" });
        await Verifier.Verify(CheckReports.Write(box, format), format.ToString());
    }

    [Theory]
    [InlineData(CheckReportFormat.Table, "and 2 more")]
    [InlineData(CheckReportFormat.Html, "and 2 more")]
    public async Task A_list_that_was_cut_says_how_much_is_missing(CheckReportFormat format, string words) =>
        Assert.Contains(words, CheckReports.Write(await ReportAsync(1), format), StringComparison.Ordinal);

    [Theory]
    [InlineData(CheckReportFormat.Table)]
    [InlineData(CheckReportFormat.Html)]
    public void A_long_list_is_counted_with_its_thousands_apart(CheckReportFormat format)
    {
        var entry = new CheckReportEntry(CheckPresets.Csu[2], 1_234_567, []);
        Assert.True(entry.IsComplete);
        Assert.Contains("1,234,567", CheckReports.Write(new CheckReport(CheckDesk.Now, null, [entry]), format), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_every_check_and_its_ids_in_order()
    {
        using var json = JsonDocument.Parse(CheckReports.Write(await ReportAsync(int.MaxValue), CheckReportFormat.Json));
        Assert.Equal(CheckPresets.Csu.Select(policy => policy.Id), json.RootElement.EnumerateArray().Select(check => check.GetProperty("id").GetString()));
        var ready = json.RootElement[2];
        Assert.Equal(["id", "cadence", "title", "count", "requests"], ready.EnumerateObject().Select(member => member.Name));
        Assert.Equal(3, ready.GetProperty("count").GetInt32());
        Assert.Equal(["CSU-000003", "CSU-000001", "CSU-000002"], ready.GetProperty("requests").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public void What_a_partner_is_called_cannot_steer_the_terminal() =>
        Assert.Equal("A [2J", DisplayWidth.Printable("A\u001b[2J"));

    [Theory]
    [InlineData("plain", 5)]
    [InlineData("図書館", 6)]
    [InlineData("한글", 4)]
    [InlineData("e\u0301te\u0301", 3)]
    [InlineData("Ω·é", 3)]
    [InlineData("📚", 2)]
    [InlineData("a\u00adb", 3)]
    [InlineData("e\u0300", 1)]
    [InlineData("\u2e80", 2)]
    [InlineData("\u303e", 2)]
    [InlineData("\u303f", 1)]
    [InlineData("\u3041", 2)]
    [InlineData("\uff60", 2)]
    [InlineData("ｶﾅ", 2)]
    [InlineData("\uffe6", 2)]
    [InlineData("\uffe8", 1)]
    public void A_wide_character_takes_two_columns_and_a_combining_mark_none(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    private static Action<BorrowingRequest> FromPartner(string partner) => request => request.Rota = [new RotaEntry(partner) { State = EntryState.Active }];

    private static async Task<CheckReport> ReportAsync(int members) =>
        await Desk.Runner.RunAsync(new() { Now = CheckDesk.Now, Members = members }) with
        {
            Remarks = new Dictionary<RequestId, IReadOnlyList<string>>
            {
                ["CSU-000007"] = ["Completed, item still in transit: scan it in <there>.", "Completed without receipt or return."],
            },
        };
}
