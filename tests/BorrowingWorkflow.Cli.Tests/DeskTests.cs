using System.Net;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Serving;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Cli.Tests;

/// <summary>The command desk: the staff desk on a database, for a first look.</summary>
public sealed class DeskTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task It_answers_a_browser_on_this_machine_until_it_is_stopped()
    {
        var before = await EverythingAsync(await _tool.ReplayTermAsync());
        await using var running = await RunningDesk.OpenAsync(_tool, "--db", _tool["term.db"], "--now", "2026-12-18T17:00:00Z", "--items", Tool.Items);

        using var answer = await running.GetAsync("/desk");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("<html lang=\"en", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await running.StopAsync());
        Assert.Equal($"Open {running.Address}/desk in a browser on this machine: the staff desk on {_tool["term.db"]}. Ctrl+C stops it.\n", running.Output);
        Assert.Equal(
            """
            No worker runs here: messages, notices and deadlines wait in the database until a tool serves it (borrowing serve --help).
            Stopped. What was done at the desk is in the database.

            """,
            running.Error);
        Assert.Equal(before, await EverythingAsync(_tool["term.db"]));
    }

    [Fact]
    public async Task The_bare_address_leads_to_the_desk()
    {
        await using var running = await RunningDesk.OpenAsync(_tool, "--db", await _tool.ReplayTermAsync());

        using var answer = await running.GetAsync("/");

        Assert.Equal(new Uri("/desk", UriKind.Relative), answer.Headers.Location);
    }

    [Fact]
    public async Task The_program_itself_needs_no_ICU_to_speak_the_browsers_language_and_ends_well_at_an_interrupt()
    {
        var db = await _tool.ReplayTermAsync();
        using var process = Tool.Start("desk", "--db", db, "--urls", "http://127.0.0.1:0");
        try
        {
            var address = (await process.StandardOutput.ReadLineAsync())!.Split(' ')[1];

            Assert.Equal("es", await LanguageAsync(address, "es"));
            Assert.Equal("es", (await LanguageAsync(address, "es-MX"))[..2]);
            Assert.Equal("en", (await LanguageAsync(address, "de"))[..2]);
            await Tool.InterruptAsync(process);
            var said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            Assert.Equal(["No worker runs here", "Stopped"], said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':', '.')[0]));
        }
        finally
        {
            process.Kill();
        }
    }

    [Theory]
    [InlineData("Host", "desk.example")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    public async Task Nobody_is_let_in_from_elsewhere(string header, string value)
    {
        await using var running = await RunningDesk.OpenAsync(_tool, "--db", await _tool.ReplayTermAsync());

        using var answer = await running.GetAsync("/desk", (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_done_at_the_desk_is_not_done_for_the_world_before_somebody_serves_it()
    {
        var db = await _tool.ReplayTermAsync();
        await using var store = await new SqliteLocation(db).OpenStoreAsync(mayBeMade: false, CancellationToken.None);
        var before = (await store.BacklogAsync(Tool.Now)).Effects;
        await using var app = await StaffDeskHost.StartAsync(
            new(Stream.Null, TextWriter.Null), store, new() { Url = "http://127.0.0.1:0", Clock = new FakeTimeProvider(Tool.Now) }, CancellationToken.None);
        var workflow = app.Services.GetRequiredService<IBorrowingWorkflow>();
        var sent = (await store.ListAsync(new() { Statuses = [Requests.BorrowingStatus.RequestSentToPartner] }, limit: 1)).Requests.Single();

        var result = await workflow.ExecuteAsync(new() { Request = sent.Id, Trigger = Trigger.CancelByStaff, By = Actor.Staff, MessageId = "desk-1" });

        Assert.Equal(Verdict.Applied, result.Verdict);
        Assert.InRange((await store.BacklogAsync(Tool.Now)).Effects, before + 1, before + 5);
        await app.StopAsync();
    }

    [Fact]
    public void Its_clock_starts_where_it_is_told_to_and_runs_on()
    {
        var inner = new FakeTimeProvider(Tool.Now);
        var clock = new StartedClock(inner, Tool.Now.AddYears(-1));
        var rings = 0;
        using var timer = clock.CreateTimer(_ => rings++, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        var began = clock.GetTimestamp();

        inner.Advance(TimeSpan.FromHours(2));

        Assert.Equal(Tool.Now.AddYears(-1).AddHours(2), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(2), clock.GetElapsedTime(began));
        Assert.Equal(1, rings);
    }

    [Fact]
    public async Task Bad_lines_of_the_items_file_are_said_and_the_desk_opens_without_them()
    {
        var items = await _tool.WriteAsync("items.csv", "request,process_type", "\"", "CSU-000025,Loan");
        await using var running = await RunningDesk.OpenAsync(_tool, "--db", await _tool.ReplayTermAsync(), "--items", items);

        Assert.Equal(2, await running.StopAsync());
        Assert.StartsWith($"{items}:2: the line is no request id and a process type; correct it and run again.\n", running.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("desk", "Name the database, with --db FILE.db or --postgres CONNECTION. See: borrowing desk --help")]
    [InlineData("desk --db no.db", "There is no database no.db. Check the path, or make one: borrowing replay EVENTS.jsonl --db no.db")]
    [InlineData("desk --db no.db --now soon", "--now soon is no moment. Write it like 2026-12-18T17:00:00Z. See: borrowing desk --help")]
    [InlineData("desk --db no.db --items no.csv", "The items file no.csv can't be read: ")]
    [InlineData("desk --db no.db --partners no.json", "The partners file no.json can't be read: ")]
    [InlineData("desk --db no.db --urls ftp://127.0.0.1", "--urls ftp://127.0.0.1 is no address to listen on. Write it like http://127.0.0.1:8627.")]
    [InlineData("desk --db no.db --urls http://0.0.0.0:8627", "--urls http://0.0.0.0:8627 can be reached by other machines. Take http://127.0.0.1:PORT. See: borrowing desk --help")]
    [InlineData("desk --db no.db --open-to-network", "Unrecognized command or argument '--open-to-network'. See: borrowing desk --help")]
    public async Task A_wrong_call_is_explained(string call, string sentence)
    {
        var answer = await _tool.RunAsync(call.Split(' '));

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith(sentence, answer.Error, StringComparison.Ordinal);
    }

    private static async Task<string> LanguageAsync(string address, string asked)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asked);
        var page = await http.GetStringAsync(address);
        return page.Split("<html lang=\"")[1].Split('"')[0];
    }

    private async Task<string> EverythingAsync(string db) => string.Concat(
        (await _tool.RunAsync("status", "--db", db, "--format", "json")).Output,
        (await _tool.RunAsync("effects", "--db", db, "--format", "json")).Output,
        (await _tool.RunAsync("checks", "--db", db, "--preset", "extended", "--format", "json")).Output);
}
