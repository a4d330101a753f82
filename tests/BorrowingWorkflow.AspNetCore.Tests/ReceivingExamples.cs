using System.Net;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore.Tests;

/// <summary>The code of docs/iso18626.md about receiving, compiled and run.</summary>
public class ReceivingExamples
{
    [Fact]
    public async Task A_host_takes_partners_messages()
    {
        #region docs:endpoint
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddBorrowingWorkflow(workflow => workflow
            .UseInMemoryStore()
            .UseIso18626(iso => iso.Libraries["SDSU"] = new("ISIL", "US-CASDS"))
            .AddPeer(new()
            {
                Partner = "CSUN",
                Agency = new("ISIL", "US-CSUN"),
                Endpoint = new("https://csun.example.edu/iso18626"),
                Dialect = Dialect.Alma,
            }));
        builder.Services.AddIso18626Authentication(peers => peers.Secrets.Add(new("CSUN")
        {
            ApiKey = builder.Configuration["Peers:CSUN:ApiKey"],
        }));
        #endregion

        builder.Configuration["Peers:CSUN:ApiKey"] = "a-key";
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        #region docs:map
        var app = builder.Build();
        app.MapIso18626("/iso18626");
        #endregion

        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/iso18626") { Content = Lender.Xml(Lender.Ships()) };
        request.Headers.Add("X-Api-Key", "a-key");
        Assert.Equal("UnrecognisedDataValue", await (await client.SendAsync(request)).ConfirmationAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/iso18626", Lender.Xml(Lender.Ships()))).StatusCode);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_message_that_came_another_way_is_taken()
    {
        await using var borrower = await Borrower.WithKeysAsync();
        var services = borrower.App.Services;
        var file = System.IO.Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, Lender.Bytes(Lender.Ships()));

        #region docs:receiver
        var receiver = services.GetRequiredService<Iso18626Receiver>();
        await using var message = File.OpenRead(file);
        var receipt = await receiver.ReceiveAsync(message, PeerIdentity.Of("CSUN"));
        await File.WriteAllBytesAsync(file + ".confirmation", receipt.Content.ToArray());
        #endregion

        Assert.True(receipt.IsOk);
        File.Delete(file);
        File.Delete(file + ".confirmation");
    }
}
