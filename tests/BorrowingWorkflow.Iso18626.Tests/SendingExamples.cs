using System.Security.Cryptography.X509Certificates;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Transport;
using BorrowingWorkflow.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Iso18626.Tests;

/// <summary>The code of docs/iso18626.md about sending, compiled and run.</summary>
public class SendingExamples
{
    [Fact]
    public async Task A_host_says_who_it_is_and_how_partners_are_reached()
    {
        const string key = "secret";
        const string password = "secret";
        X509Certificate2? certificate = null;
        var services = new ServiceCollection();

        #region docs:use
        services.AddBorrowingWorkflow(workflow => workflow
            .UseInMemoryStore()
            .UseIso18626(iso =>
            {
                iso.Libraries["SDSU"] = new("ISIL", "US-CASDS");
                iso.DeliveryAddresses["SDSU"] =
                [
                    new Address { PhysicalAddress = new() { Line1 = "Love Library", Locality = "San Diego", PostalCode = "92182" } },
                    new Address { ElectronicAddress = new("Email", "ill@library.example.edu") },
                ];
            })
            .AddPeer(new()
            {
                Partner = "CSUN",
                Agency = new("ISIL", "US-CSUN"),
                Endpoint = new("https://csun.example.edu/iso18626"),
                Dialect = Dialect.Alma,
                Credentials = new() { ApiKeyHeader = "Authorization", ApiKey = $"apikey {key}" },
            })
            .AddPeer(new()
            {
                Partner = "CHICO",
                Agency = new("ISIL", "US-CCHI"),
                Endpoint = new("https://broker.example.org/iso18626"),
                Version = Iso18626Version.V2021_2,
                Dialect = Dialect.CrossLink,
                Credentials = new() { UserName = "sdsu", Password = password, ClientCertificate = certificate },
                Timeout = TimeSpan.FromSeconds(60),
            }));
        #endregion

        await using var provider = services.BuildServiceProvider();
        Assert.IsType<Iso18626Transport>(provider.GetRequiredService<IPartnerTransport>());
        var chico = await provider.GetRequiredService<IPeerDirectory>().FindAsync("CHICO");
        Assert.Equal(Iso18626Version.V2021_2, chico!.Version);
    }

    [Fact]
    public void A_host_writes_a_dialect()
    {
        var request = new Request { ServiceInfo = new() { ServiceType = ServiceType.Loan } };

        var rewritten = Assert.IsType<Request>(new RushDialect().Rewrite(request));

        Assert.Equal("Rush", rewritten.ServiceInfo!.ServiceLevel!.Value);
    }

    #region docs:dialect
    private sealed class RushDialect : Dialect
    {
        public override string Name => "rush";

        public override MessageBody Rewrite(MessageBody message) => message is Request request
            ? request with { ServiceInfo = request.ServiceInfo! with { ServiceLevel = new("Rush") } }
            : message;
    }
    #endregion
}
