using System.Text.RegularExpressions;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Hosting.Settings;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BorrowingWorkflow.Hosting.Tests;

/// <summary>The code of docs/hosting.md, and its table of settings.</summary>
public class HostingExamples
{
    [Fact]
    public async Task A_host_adds_workers_and_a_health_check()
    {
        #region docs:host
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddBorrowingWorkflow(workflow => workflow
            .UseInMemoryStore()
            .UsePartners(new Partner("CHICO"), new Partner("CSUN"))
            .UseTransport<InMemoryPartnerTransport>()
            .UseNotifier<InMemoryPatronNotifier>()
            .UseCirculation<InMemoryCirculation>()
            .UseLocator<EverybodyHasIt>());
        builder.Services.AddBorrowingWorkers(workers => workers.Libraries.Add("SDSU"));
        builder.Services.AddHealthChecks().AddBorrowingWorkflow();
        #endregion

        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
        Assert.IsType<InMemoryWorkflowStore>(host.Services.GetRequiredService<IWorkflowStore>());
    }

    [Fact]
    public void The_page_names_every_setting_with_what_is_allowed_and_its_default()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "hosting.md"));
        string[] expected = [.. Lines(WorkerRules.All, new BorrowingWorkerSettings()), .. Lines(HealthRules.All, new BorrowingHealthSettings())];

        Assert.Equal(expected, Regex.Matches(page, @"^\| `.*$", RegexOptions.Multiline).Select(match => match.Value));
    }

    private static IEnumerable<string> Lines<T>(IEnumerable<SettingRule<T>> rules, T defaults) => rules
        .GroupBy(rule => rule.Name)
        .Select(group => $"| `{group.Key}` | {Words.Of(group.First().Read(defaults))} | {string.Join("; ", group.Select(rule => rule.Allowed))} |");

    private sealed class EverybodyHasIt : IHoldingsLocator
    {
        public ValueTask<IReadOnlyList<Holding>> LocateAsync(
            Requests.BorrowingRequest request, IReadOnlyList<string> partners, CancellationToken cancellationToken = default) =>
            new([.. partners.Select(partner => new Holding(partner))]);
    }
}
