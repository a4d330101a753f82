using System.Net;
using BorrowingWorkflow.Desk.Tests.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using static BorrowingWorkflow.Desk.Tests.Hosts.DeskBuilder;

namespace BorrowingWorkflow.Desk.Tests.Access;

/// <summary>What a form must be for anything to be done.</summary>
public sealed class FormTests
{
    private static readonly RequestId Id = new("R-1");

    [Fact]
    public async Task A_form_of_another_site_changes_nothing()
    {
        await using var desk = await OpenAsync();
        using var client = new DeskClient(desk);
        var form = await client.FormAsync($"/desk/request?id={Id}", $"value=\"{Trigger.SkipPartner}\"");
        form.Remove("__RequestVerificationToken");
        var before = await StateAsync(desk);

        foreach (var path in Endpoints.Paths(desk, HttpMethod.Post))
        {
            using var answer = await client.PostAsync(path, [.. form, new("check", "active-notes"), new("chosen", $"{form["revision"]}:{Id}"), new("id", Id.Value), new("detector", "stuck"), new("subject", Id.Value)]);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("Nothing was changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(before, await StateAsync(desk));
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await using var desk = await OpenAsync();
        using var client = new DeskClient(desk);
        var form = await client.FormAsync($"/desk/request?id={Id}", $"value=\"{Trigger.SkipPartner}\"");
        var before = await StateAsync(desk);

        foreach (var path in Endpoints.Paths(desk, HttpMethod.Get))
        {
            using var answer = await client.GetAsync($"{path}?id={Id}&check=active-notes&{string.Join('&', form.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))}");
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }

        foreach (var path in Endpoints.Paths(desk, HttpMethod.Post))
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.GetAsync(path)).StatusCode);
        }

        Assert.Equal(before, await StateAsync(desk));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_carried_out_once()
    {
        await using var desk = await OpenAsync();
        using var client = new DeskClient(desk);
        var form = await client.FormAsync($"/desk/request?id={Id}", $"value=\"{Trigger.AddNote}\"");
        form["text"] = "Once.";

        var first = await client.PostAsync("/desk/request/act", form);
        var second = await client.PostAsync("/desk/request/act", form);

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther], [first.StatusCode, second.StatusCode]);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single((await desk.Workflow.FindAsync(Id))!.Notes, note => note.Text == "Once.");
    }

    [Fact]
    public async Task A_form_from_before_a_restart_is_refused_kindly()
    {
        await using var before = await OpenAsync();
        await using var after = await OpenAsync();
        using var client = new DeskClient(before);
        var form = await client.FormAsync($"/desk/request?id={Id}", $"value=\"{Trigger.SkipPartner}\"");
        using var later = new DeskClient(after, client.Cookies);

        using var answer = await later.PostAsync("/desk/request/act", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("That form was too old", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, (await after.Workflow.FindAsync(Id))!.Status);

        // The page that it came from works again as soon as it is reloaded.
        var fresh = await later.FormAsync($"/desk/request?id={Id}", $"value=\"{Trigger.SkipPartner}\"");
        Assert.Equal(HttpStatusCode.SeeOther, (await later.PostAsync("/desk/request/act", fresh)).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/desk\\..\\elsewhere")]
    [InlineData("/elsewhere")]
    public async Task A_form_leads_nowhere_but_to_the_desk(string next)
    {
        await using var desk = await OpenAsync();
        using var client = new DeskClient(desk);
        var form = await client.FormAsync($"/desk/request?id={Id}", $"value=\"{Trigger.AddNote}\"");
        form["text"] = "Where to?";
        form["next"] = next;
        form["return"] = next;

        Assert.StartsWith("/desk/", (await client.PostAsync("/desk/request/act", form)).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("/desk", (await client.PostAsync("/desk/preferences", form)).Headers.Location!.ToString());
    }

    // Keys that live no longer than their host, as where nobody keeps them.
    private static Task<DeskHost> OpenAsync() => ADesk()
        .WithServices(services => services.AddDataProtection().UseEphemeralDataProtectionProvider())
        .WithRequests(async world =>
        {
            await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
            await world.StaffAsync(Id, Trigger.AddNote, new() { Text = "A note." });
            await world.StaffAsync(Id, Trigger.DismissNote);
        }).OpenAsync();

    /// <summary>All that an action of the desk could have changed.</summary>
    private static async Task<string> StateAsync(DeskHost desk)
    {
        var (log, request) = (desk.Get<IDeskLog>(), (await desk.Workflow.FindAsync(Id))!);
        var (history, runs, dismissals) = (await desk.Workflow.HistoryAsync(Id), await log.LatestRunsAsync(), await log.DismissalsAsync(desk.Clock.GetUtcNow()));
        return $"{request.Status} {request.Revision} {request.Assignee} {history.Count} {runs.Count} {dismissals.Count}";
    }
}
