using System.Net;
using System.Net.Sockets;
using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore.Tests;

public class EndpointTests
{
    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/xml; charset=utf-8")]
    [InlineData("Application/XML;charset=\"UTF-8\"")]
    public async Task A_message_is_taken_and_confirmed(string type)
    {
        await using var borrower = await Borrower.WithKeysAsync();

        var response = await borrower.PostAsAsync("CSUN", Lender.Xml(Lender.Ships(), type));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
        Assert.Equal("OK", await response.ConfirmationAsync());
        Assert.Equal(BorrowingStatus.ShippedPhysically, await borrower.StatusAsync());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Only_post_is_allowed(string method)
    {
        await using var borrower = await Borrower.WithKeysAsync();

        var response = await borrower.Client.SendAsync(new HttpRequestMessage(new(method), Borrower.Path));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("text/plain", null)]
    [InlineData("application/soap+xml", null)]
    [InlineData("", null)]
    [InlineData("application/xml", "gzip")]
    public async Task What_is_no_xml_is_not_read(string type, string? encoding)
    {
        await using var borrower = await Borrower.WithKeysAsync();
        var content = Lender.Xml(Lender.Ships(), type);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        var response = await borrower.PostAsAsync("CSUN", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/xml, text/xml", response.Headers.GetValues("Accept-Post").Single());
        Assert.Equal(0, await borrower.MessagesAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_over_the_limit_is_refused_with_an_error(bool isChunked)
    {
        await using var borrower = await Borrower.WithKeysAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, Borrower.Path)
        {
            Content = Lender.Xml(Lender.Ships(note: new string('x', 1 << 20))),
            Headers = { TransferEncodingChunked = isChunked },
        };
        request.Headers.Add("X-Api-Key", "key-of-CSUN");

        var response = await borrower.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("BadlyFormedMessage", await response.ConfirmationAsync());
        Assert.Equal(0, await borrower.MessagesAsync());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1 << 30)]
    public async Task The_limit_is_the_packages_own_whatever_the_servers_is(int servers)
    {
        await using var borrower = await Borrower.WithKeysAsync(builder =>
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = servers);
            builder.Services.Configure<Iso18626Options>(options => options.Limits = new() { MaxBytes = 100_000 });
        });

        Assert.Equal("OK", await (await borrower.PostAsAsync("CSUN", Lender.Xml(Lender.Ships(note: new string('x', 90_000))))).ConfirmationAsync());
        var over = await borrower.PostAsAsync("CSUN", Lender.Xml(Lender.Ships(note: new string('x', 100_000))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, over.StatusCode);
    }

    [Fact]
    public async Task The_same_message_twenty_times_at_once_is_applied_once_and_confirmed_each_time()
    {
        await using var borrower = await Borrower.WithKeysAsync();
        var message = Lender.Bytes(Lender.Ships());

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => borrower.PostAsAsync("CSUN", Lender.Xml(message))));

        foreach (var response in responses)
        {
            Assert.Equal("OK", await response.ConfirmationAsync());
        }

        Assert.Equal(1, await borrower.MessagesAsync());
        var verdicts = borrower.Logs.GetSnapshot().Where(record => record.Id.Id == 1630).Select(record => record.GetStructuredStateValue("Verdict")).ToArray();
        Assert.Equal(1, verdicts.Count(verdict => verdict == nameof(Verdict.Applied)));
        Assert.Equal(19, verdicts.Count(verdict => verdict == nameof(Verdict.Duplicate)));
    }

    [Fact]
    public async Task Different_messages_at_once_are_all_kept()
    {
        await using var borrower = await Borrower.WithKeysAsync();

        // Each of them looks at the request, and of those that look at the same moment one gets through.
        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            borrower.PostAsAsync("CSUN", Lender.Xml(Lender.Ships(at: Lender.Now.AddSeconds(number))))));

        foreach (var response in responses)
        {
            Assert.Equal("OK", await response.ConfirmationAsync());
        }

        Assert.Equal(8, await borrower.MessagesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_fails_makes_the_peer_send_again(bool isForeseen)
    {
        GatedStore? store = null;
        await using var borrower = await Borrower.WithKeysAsync(store: inner => store = new(inner));
        store!.Failure = isForeseen ? new StoreUnavailableException("The disk is full. Make room.") : new TimeoutException("No answer.");

        var response = await borrower.PostAsAsync("CSUN", Lender.Xml(Lender.Ships()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter?.Delta);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Contains(borrower.Logs.GetSnapshot(), record => record.Id.Id == 1650 && record.Level == LogLevel.Error && record.Exception == store.Failure);

        store.Failure = null;
        Assert.Equal("OK", await (await borrower.PostAsAsync("CSUN", Lender.Xml(Lender.Ships()))).ConfirmationAsync());
        Assert.Equal(1, await borrower.MessagesAsync());
    }

    [Fact]
    public async Task A_peer_that_hangs_up_after_its_message_was_read_does_not_undo_the_save()
    {
        GatedStore? store = null;
        await using var borrower = await Borrower.WithKeysAsync(store: inner => store = new(inner) { Gate = new(TaskCreationOptions.RunContinuationsAsynchronously) });
        using var lender = await RawAsync(borrower);
        await lender.SendAsync(Post("CSUN", Lender.Bytes(Lender.Ships())));
        await store!.Reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

        lender.LingerState = new(true, 0);
        lender.Close();
        store.Gate!.SetResult();

        await store.Saved.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("OK", await (await borrower.PostAsAsync("CSUN", Lender.Xml(Lender.Ships()))).ConfirmationAsync());
        Assert.Equal(1, await borrower.MessagesAsync());
    }

    [Fact]
    public async Task A_peer_that_hangs_up_in_the_midst_of_its_message_leaves_nothing_behind()
    {
        var watch = new Watch();
        await using var borrower = await Borrower.WithKeysAsync(builder => builder.Services.AddSingleton<IStartupFilter>(watch));
        var message = Post("CSUN", Lender.Bytes(Lender.Ships()));
        using var lender = await RawAsync(borrower);
        await lender.SendAsync(message.AsMemory(0, message.Length - 20));
        lender.Shutdown(SocketShutdown.Send);

        await watch.Done.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains(borrower.Logs.GetSnapshot(), record => record.Id.Id == 1651);
        Assert.Equal(0, await borrower.MessagesAsync());
        Assert.DoesNotContain(borrower.Logs.GetSnapshot(), record => record.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Hostile_bodies_are_errors_and_never_faults()
    {
        await using var borrower = await Borrower.WithKeysAsync();
        string[] bodies =
        [
            "", "\0\0\0", "<", "<a>", "{}", "%PDF-1.7",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>",
            "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>",
            string.Concat(Enumerable.Repeat("<a>", 20_000)),
            $"<ISO18626Message {string.Join(' ', Enumerable.Range(0, 2_000).Select(number => $"a{number}=\"1\""))}/>",
            "<ISO18626Message xmlns=\"http://illtransactions.org/2013/iso18626\"><supplyingAgencyMessage><header/></supplyingAgencyMessage></ISO18626Message>",
        ];
        foreach (var body in bodies)
        {
            var response = await borrower.PostAsAsync("CSUN", Lender.Xml(body));

            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.RequestEntityTooLarge, $"{response.StatusCode} for {body[..Math.Min(60, body.Length)]}");
            Assert.Equal("BadlyFormedMessage", await response.ConfirmationAsync());
        }

        Assert.Equal(0, await borrower.MessagesAsync());
        Assert.DoesNotContain(borrower.Logs.GetSnapshot(), record => record.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Nothing_of_a_patron_and_no_secret_is_logged()
    {
        const string Patron = "Jane-Roe-lives-here";
        await using var borrower = await Borrower.WithKeysAsync();

        await borrower.PostAsAsync("CSUN", Lender.Xml(Lender.Ships(note: Patron)));
        await borrower.PostAsync(Lender.Xml(Lender.Ships(note: Patron)), ("X-Api-Key", "a-wrong-key"));
        await borrower.PostAsync(
            Lender.Xml(Lender.Ships(note: Patron)), ("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("someone:a-wrong-key"))}"));
        await borrower.PostAsAsync("CSUN", Lender.Xml($"<{Patron}>"));

        var logs = borrower.Logs.GetSnapshot();
        Assert.Contains(logs, record => record.Id.Id == 1652);
        foreach (var word in new[] { Patron, "key-of-CSUN", "a-wrong-key", "c29tZW9uZTph" })
        {
            Assert.DoesNotContain(logs, record =>
                record.Message.Contains(word, StringComparison.Ordinal)
                || record.Exception?.ToString().Contains(word, StringComparison.Ordinal) == true
                || record.StructuredState?.Any(pair => pair.Value?.Contains(word, StringComparison.Ordinal) == true) == true
                || record.Scopes.Any(scope => scope?.ToString()?.Contains(word, StringComparison.Ordinal) == true));
        }
    }

    [Fact]
    public void Without_iso18626_the_host_is_told_so()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var app = builder.Build();

        var fault = Assert.Throws<IncompleteRegistrationException>(() => app.MapIso18626());

        Assert.Contains("UseIso18626", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hosts_own_conventions_hold()
    {
        await using var borrower = await Borrower.OpenAsync(map: endpoint => endpoint.AllowAnonymousPeers().WithMetadata(new HostsOwn()));

        var data = borrower.App.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>();

        Assert.Contains(data.Endpoints, endpoint => endpoint.Metadata.GetMetadata<HostsOwn>() is not null);
    }

    private sealed class HostsOwn;

    private static async Task<Socket> RawAsync(Borrower borrower)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, borrower.Client.BaseAddress!.Port);
        return socket;
    }

    private static byte[] Post(string partner, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"POST {Borrower.Path} HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: key-of-{partner}\r\nContent-Type: application/xml\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];
}
