using System.Net;
using BorrowingWorkflow.Desk.Tests.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Access;

/// <summary>Who is let in, and what is shown to whom.</summary>
public sealed class AccessTests
{
    private const string Patron = "patron-of-secrets-77";
    private const string Group = "group-of-secrets";
    private static readonly RequestId Id = new("R-1");

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1", "proxy")]
    [InlineData("X-Forwarded-Proto", "https", "proxy")]
    [InlineData("Forwarded", "for=127.0.0.1", "proxy")]
    [InlineData("Via", "1.1 gate", "proxy")]
    [InlineData("X-Real-IP", "127.0.0.1", "proxy")]
    [InlineData("Host", "desk.example.edu", "by the name localhost")]
    public async Task Where_nobody_said_who_may_a_call_from_elsewhere_is_refused_and_told_why(string header, string value, string reason)
    {
        await using var desk = await ADesk().WithRequests(world => world.RequestInAsync(BorrowingStatus.RequestSentToPartner)).OpenAsync();
        using var client = new DeskClient(desk);

        foreach (var path in (string[])["/desk", $"/desk/request?id={Id}", "/desk/queue.csv"])
        {
            using var answer = await client.GetAsync(path, (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains(reason, page, StringComparison.Ordinal);
            Assert.Contains("BorrowingDesk.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("The Dispossessed", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_not_logged_in_is_sent_to_log_in()
    {
        await using var desk = await ADesk().WithRoles().OpenAsync();
        using var client = new DeskClient(desk);

        using var answer = await client.GetAsync("/desk/queue");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/login?ReturnUrl=", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_look_changes_nothing_and_learns_nothing_of_patrons()
    {
        await using var desk = await WithASecretAsync();
        using var client = new DeskClient(desk);
        await client.GetAsync($"/login-as/{Roles.Viewer}");
        var before = await desk.Workflow.HistoryAsync(Id);

        var pages = Endpoints.Paths(desk, HttpMethod.Get).Where(path => !path.Contains('.', StringComparison.Ordinal) && path is not ("/desk/check" or "/desk/request"));
        foreach (var path in (string[])["/desk/check?id=active-notes", "/desk/queue?scope=all", $"/desk/request?id={Id}", .. pages])
        {
            var page = await client.GetTextAsync(path);
            Assert.DoesNotContain("of-secrets", page, StringComparison.Ordinal);
            Assert.All(page.Split("method=\"post\" action=\"").Skip(1), form => Assert.StartsWith("/desk/preferences\"", form, StringComparison.Ordinal));
        }

        Assert.Contains("The Dispossessed", await client.GetTextAsync($"/desk/request?id={Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/queue.csv")).StatusCode);
        Assert.Contains($">{Id}<", await client.GetTextAsync("/desk/queue?patron=somebody-else"), StringComparison.Ordinal);
        var token = await client.FormAsync("/desk", "/desk/preferences");
        foreach (var path in Endpoints.Paths(desk, HttpMethod.Post).Where(path => path != "/desk/preferences"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(path, [.. token, new("request", Id.Value), new("trigger", nameof(Trigger.SkipPartner)), new("revision", "1")])).StatusCode);
        }

        Assert.Equal(before.Count, (await desk.Workflow.HistoryAsync(Id)).Count);
    }

    [Fact]
    public async Task Who_may_work_sees_the_patron_and_takes_nothing_out()
    {
        await using var desk = await WithASecretAsync();
        using var client = new DeskClient(desk);
        await client.GetAsync($"/login-as/{Roles.Worker}");

        Assert.Contains(Patron, await client.GetTextAsync($"/desk/request?id={Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain($">{Id}<", await client.GetTextAsync("/desk/queue?patron=somebody-else"), StringComparison.Ordinal);
        Assert.Contains($">{Id}<", await client.GetTextAsync($"/desk/queue?patron={Patron}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/queue.csv")).StatusCode);
        Assert.DoesNotContain("/desk/queue/bulk", await client.GetTextAsync("/desk/queue"), StringComparison.Ordinal);

        var form = await client.FormAsync($"/desk/request?id={Id}", nameof(Trigger.SkipPartner));
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync("/desk/request/act", form)).StatusCode);
        Assert.Equal("worker@example.edu", (await desk.Workflow.HistoryAsync(Id))[^1].Who);
    }

    [Fact]
    public async Task Nothing_about_a_patron_is_logged_whatever_is_done()
    {
        await using var desk = await WithASecretAsync();
        using var client = new DeskClient(desk);
        await client.GetAsync($"/login-as/{Roles.Head}");
        foreach (var path in (string[])["/desk", $"/desk/request?id={Id}", "/desk/queue?scope=all", "/desk/queue.csv"])
        {
            await client.GetTextAsync(path);
        }

        var form = await client.FormAsync($"/desk/request?id={Id}", nameof(Trigger.SkipPartner));
        await client.PostAsync("/desk/request/act", form);

        Assert.DoesNotContain(desk.Logs.GetSnapshot(), record => record.Message.Contains("of-secrets", StringComparison.Ordinal));
    }

    private static Task<DeskHost> WithASecretAsync() => ADesk().WithRoles().WithRequests(async world =>
    {
        await world.RequestInAsync(BorrowingStatus.RequestSentToPartner, new()
        {
            Id = Id,
            Submission = new() { Library = "SDSU", Patron = new(Patron, Group), Citation = new() { Title = "The Dispossessed" } },
        });
        await world.StaffAsync(Id, Trigger.AddNote, new() { Text = "Call the partner." });
        await world.Workflow.ExecuteAsync(new()
        {
            Request = Id,
            Trigger = Trigger.RequestRenewal,
            By = Actor.Patron,
            Who = Patron,
            MessageId = "renewal",
            Data = new() { Text = $"I am {Patron}.", Patron = Patron, PatronGroup = Group },
        });
    }).OpenAsync();
}
