using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Tests.DependencyInjection;

public class AddBorrowingWorkflowTests
{
    [Fact]
    public void A_store_is_all_that_it_takes_to_decide_check_and_scan()
    {
        using var provider = new ServiceCollection().AddBorrowingWorkflow(b => b.UseInMemoryStore()).BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<IBorrowingWorkflow>());
        Assert.NotNull(provider.GetRequiredService<DeadlineSweeper>());
        Assert.NotNull(provider.GetRequiredService<CheckRunner>());
        Assert.NotNull(provider.GetRequiredService<CheckSchedule>());
        Assert.Null(provider.GetRequiredService<AnomalyScan>().Partners);
    }

    [Fact]
    public void A_second_call_adds_nothing_twice()
    {
        static void Configure(BorrowingWorkflowBuilder b) =>
            b.UseInMemoryStore().AddIntakeRule<ThinCitationRule>().ConfigureRota(rota => rota.Templates.Add(new("local") { Partners = ["CSUN"] }));
        var services = new ServiceCollection().AddBorrowingWorkflow(Configure);
        var once = services.Count;

        services.AddBorrowingWorkflow(Configure);

        Assert.Equal(once, services.Count);
        using var provider = services.BuildServiceProvider();
        Assert.Single(provider.GetRequiredService<BorrowingWorkflow.Rota.RotaOptions>().Templates);
    }

    [Fact]
    public async Task Calendar_checks_and_anomalies_are_as_they_were_set()
    {
        using var provider = new ServiceCollection()
            .AddBorrowingWorkflow(b => b.UseInMemoryStore()
                .ConfigureCalendar(calendar => calendar.TimeZone = "America/Los_Angeles")
                .ConfigureChecks(checks => checks.WeeklyOn = DayOfWeek.Wednesday)
                .ConfigureAnomalies(anomalies => anomalies.FailedSends = 7))
            .BuildServiceProvider();

        var monday = new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);
        var today = await provider.GetRequiredService<CheckSchedule>().TodayAsync("CSUN", monday);

        Assert.Equal("America/Los_Angeles", provider.GetRequiredService<IWorkCalendar>().TimeZoneOf("CSUN").Id);
        Assert.Equal(new DateOnly(2026, 11, 25), today.First(check => check.Policy.Cadence == CheckCadence.Weekly).NextOn);
        Assert.Equal(7, provider.GetRequiredService<AnomalyScan>().Settings.FailedSends);
    }

    [Fact]
    public void Without_a_store_one_sentence_says_what_to_call()
    {
        using var provider = new ServiceCollection().AddBorrowingWorkflow(_ => { }).BuildServiceProvider();

        var missing = Assert.Throws<IncompleteRegistrationException>(() => provider.GetRequiredService<IBorrowingWorkflow>());

        Assert.Equal("BorrowingWorkflow has no store: call UseSqlite(\"requests.db\") or UseInMemoryStore() in AddBorrowingWorkflow.", missing.Message);
    }

    [Fact]
    public void The_dispatcher_names_the_port_that_is_missing()
    {
        using var provider = new ServiceCollection()
            .AddBorrowingWorkflow(b => b.UseInMemoryStore().UseLocator<NoHoldings>())
            .BuildServiceProvider();

        var missing = Assert.Throws<IncompleteRegistrationException>(() => provider.GetRequiredService<EffectDispatcher>());

        Assert.Equal(("partner transport", "UseTransport<T>()"), (missing.Part, missing.Remedy));
    }

    [Fact]
    public void What_the_host_registered_stays()
    {
        var mine = new InMemoryPartnerDirectory(new Partner("CSUN"));
        using var provider = new ServiceCollection()
            .AddSingleton<IPartnerDirectory>(mine)
            .AddBorrowingWorkflow(b => b.UseInMemoryStore())
            .BuildServiceProvider();

        Assert.Same(mine, provider.GetRequiredService<IPartnerDirectory>());
        Assert.Same(mine, provider.GetRequiredService<AnomalyScan>().Partners);
    }

    [Fact]
    public void Options_that_cannot_be_kept_are_named()
    {
        using var provider = new ServiceCollection()
            .AddBorrowingWorkflow(b => b.UseInMemoryStore().Configure(options => options.SendAttempts = 0))
            .BuildServiceProvider();

        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => provider.GetRequiredService<IBorrowingWorkflow>());

        Assert.Equal("SendAttempts", fault.ParamName);
    }

    private sealed class NoHoldings : IHoldingsLocator
    {
        public ValueTask<IReadOnlyList<Holding>> LocateAsync(
            BorrowingWorkflow.Requests.BorrowingRequest request, IReadOnlyList<string> partners, CancellationToken cancellationToken = default) => new([]);
    }
}
