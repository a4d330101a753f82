using BorrowingWorkflow.Desk.Tests.Browser;
using BorrowingWorkflow.Desk.Tests.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>Whatever patrons, partners and staff write is shown as text, and harms neither the page nor its reader.</summary>
[Collection(InBrowser.Name)]
public sealed class HostileTextTests(BrowserRoom room)
{
    private const string Script = "</textarea></title><script>window.harmed = 1; alert('harm')</script><img src=x onerror=\"window.harmed = 2\">\" onfocus=\"window.harmed = 3\" autofocus x='";
    private static readonly RequestId Id = new("R-1");
    private static readonly string Long = new('W', 10_000);

    // The control characters are those that a page may hold at all; the last mark turns the direction of what follows.
    private static readonly string Hostile = $"=HYPERLINK(1) {Script} 👩‍👩‍👧‍👦 \u0001\u0008\u001B\u007F \u202Egnp.exe ";

    [BrowserFact]
    public async Task Hostile_words_are_shown_as_words_on_every_page_that_has_them()
    {
        await using var desk = await ADesk().WithRequests(async world =>
        {
            var wish = new Submission
            {
                Library = "SDSU",
                Patron = new("P " + Hostile),
                Pickup = "Desk " + Hostile,
                Citation = new() { Title = Hostile + Long, Author = "Author " + Hostile },
            };
            await world.RequestInAsync(BorrowingStatus.RequestSentToPartner, new() { Id = Id, Submission = wish });
            await world.PartnerAsync(Id, "CSUN", Trigger.PartnerRejected, new() { Reason = "Reason " + Hostile });
            await world.AdvanceAsync(TimeSpan.Zero);
            await world.PartnerAsync(Id, "CHICO", Trigger.ReceiveGeneralMessage, new() { Text = "Message " + Hostile + Long });
            await world.StaffAsync(Id, Trigger.AddNote, new() { Text = "Note " + Hostile + Long });
            await world.StaffAsync(Id, Trigger.Assign, new() { Assignee = "Assignee " + Hostile });
        }).OpenAsync();
        await desk.FindAnomaliesAsync();

        await room.VisitAsync(desk.Address, Look.Phone, async visit =>
        {
            var dialogs = new List<string>();
            visit.Page.Dialog += (_, dialog) =>
            {
                dialogs.Add(dialog.Message);
                _ = dialog.DismissAsync();
            };
            foreach (var (path, words) in ((string, string[])[])
            [
                ("/desk", []),
                ("/desk/check?id=active-notes", ["=HYPERLINK(1)", "Note =HYPERLINK(1)", "Author =", "Assignee ="]),
                ("/desk/check?id=active-general-messages", ["Message =HYPERLINK(1)"]),
                ("/desk/queue?scope=all", ["=HYPERLINK(1)", "Desk =", "Assignee ="]),
                ("/desk/anomalies", []),
                ($"/desk/request?id={Id}", ["=HYPERLINK(1)", "Reason =HYPERLINK(1)", "Message =", "Note =", "Author =", "Assignee =", "P ="]),
            ])
            {
                Assert.Equal(200, await visit.GoAsync(path));
                await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
                var text = await visit.MainAsync();
                Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
                Assert.True(words.Length == 0 || text.Contains("<script>window.harmed = 1", StringComparison.Ordinal), $"{path} does not show the script as text.");
                Assert.Empty(await visit.WideAsync());
                Assert.Equal(0, await visit.Page.Locator("main script, main img").CountAsync());
                Assert.Null(await visit.Page.EvaluateAsync<int?>("() => window.harmed ?? null"));
            }

            Assert.Empty(dialogs);
        });

        using var client = new DeskClient(desk);
        var row = Csv.Read(await client.GetTextAsync("/desk/queue.csv?scope=all"))[1];
        Assert.Equal((Id.Value, "'" + Hostile + Long, "Assignee " + Hostile), (row[0], row[2], row[8]));
    }
}
