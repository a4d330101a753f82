using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Tests.Rota;

/// <summary>The code of docs/rota.md, and what the page says of it.</summary>
public class RotaExamples
{
    private static readonly BorrowingRequest Request = new()
    {
        Id = "R-1",
        Library = "CSUN",
        Patron = new("P-1", "faculty"),
        Citation = new() { Title = "Dune", Isbn = "978-0-441-17271-9" },
    };

    [Fact]
    public async Task A_rota_is_built_from_templates_and_rules_with_its_reasons()
    {
        #region docs:directory
        var directory = new InMemoryPartnerDirectory(
            new Partner("CSUN") { Group = "south" },
            new Partner("CSULB") { Group = "south", Priority = 10 },
            new Partner("SFSU") { Group = "north", Priority = 10 },
            new Partner("SJSU") { Group = "north", Priority = 5, Supplies = Supplies.Digital },
            new Partner("CSUF") { Group = "south", IsActive = false },
            new Partner("NLM") { Cost = 12m, IsLastResort = true });
        #endregion

        #region docs:rules
        var options = new RotaOptions();
        options.Templates.Add(new("courier") { Partners = ["CSULB", "CSUF"] });
        options.Templates.Add(new("everybody") { Order = RotaOrder.ByRanking });
        options.Rules.Add(new("files") { Formats = [RequestFormat.Digital], Templates = ["everybody"] });
        options.Rules.Add(new("books") { Types = [CitationType.Book], Templates = ["courier", "everybody"] });
        #endregion

        var locator = new InMemoryHoldingsLocator((_, partner) => new(partner, partner != "SFSU", partner == "SFSU" ? "on loan" : null));
        #region docs:build
        var builder = new RotaBuilder(directory, locator, new StandardRanking(), options);
        var plan = await builder.BuildAsync(Request);

        var rota = string.Join(", ", plan.Partners); // CSULB, NLM
        var whyLog = plan.Decisions.Select(decision => $"{decision.Partner} {(decision.IsIn ? "in" : "out")}: {decision.Reason}");
        #endregion

        Assert.Equal("CSULB, NLM", rota);
        Assert.Equal("books", plan.Rule);
        // Word by word what the page shows.
        Assert.Equal(
            """
            CSULB in: Place 1: number 1 of template courier.
            NLM in: Place 2: priority 100, cost 12, balance 0, last resort.
            CSUF out: The partner takes no requests at present.
            CSUN out: It is the borrowing library itself.
            SJSU out: The partner supplies no physical items, and one is wanted.
            SFSU out: It holds it, but does not lend it at present: on loan.
            """,
            string.Join('\n', whyLog),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_rota_that_staff_made_is_checked()
    {
        #region docs:validate
        var citation = new Citation { Title = "Dune", Isbn = "978-0-441-17271-9" };
        var findings = RotaValidator.Validate("CSUN", citation,
        [
            ("CSULB", new Partner("CSULB")),
            ("CSUN", new Partner("CSUN")),
            ("CSULB", new Partner("CSULB")),
            ("SJSU", new Partner("SJSU") { Supplies = Supplies.Digital }),
        ]);
        // Positions 1 (BorrowerItself), 2 (NamedTwice) and 3 (SuppliesNoPhysicalItems), each with a sentence for staff.
        #endregion

        Assert.Equal(
            [(1, RotaFault.BorrowerItself), (2, RotaFault.NamedTwice), (3, RotaFault.SuppliesNoPhysicalItems)],
            findings.Select(finding => (finding.Position, finding.Fault)));
    }

    [Fact]
    public void Days_to_respond_are_the_partner_s_working_days()
    {
        #region docs:calendar
        var options = new WorkCalendarOptions { TimeZone = "America/Los_Angeles" };
        options.Closures.Add(Closure.On(new(2026, 11, 26)));
        options.Libraries["CSUN"] = new() { Closures = [new(new(2026, 12, 21), new(2027, 1, 1))] };
        var calendar = new WorkCalendar(options);

        var partner = new Partner("CSULB") { Closures = [Closure.On(new(2026, 11, 27))] };
        var sent = new DateTimeOffset(2026, 11, 24, 18, 0, 0, TimeSpan.Zero);
        var expires = calendar.AddWorkingDays(sent, partner.Profile.DaysToRespond, "CSUN", partner);
        // Sent on a Tuesday at 10:00 in Los Angeles: Wednesday, then Monday, Tuesday and, at 10:00, Wednesday, 2 December.
        #endregion

        Assert.Equal(new DateTimeOffset(2026, 12, 2, 18, 0, 0, TimeSpan.Zero), expires);
    }

    [Fact]
    public void Policies_say_what_happens_at_the_rota_s_ends()
    {
        #region docs:policies
        var options = new BorrowingOptions
        {
            OnEmptyRota = EmptyRotaPolicy.LocateFailed,
            OnRejected = RejectedPolicy.WaitForStaff,
            KeepRejectedActive = true,
        };
        var slow = new Partner("NLM") { Profile = WorkflowProfile.Default with { DaysToRespond = 10 } };
        #endregion

        // The page states the defaults.
        var defaults = new BorrowingOptions();
        Assert.NotEqual(options.OnEmptyRota, defaults.OnEmptyRota);
        Assert.Equal(EmptyRotaPolicy.CancelByStaff, defaults.OnEmptyRota);
        Assert.Equal(RejectedPolicy.Continue, defaults.OnRejected);
        Assert.False(defaults.KeepRejectedActive);
        Assert.Equal(4, WorkflowProfile.Default.DaysToRespond);
        Assert.Equal(10, slow.Profile.DaysToRespond);
    }

    [Fact]
    public async Task A_host_may_rank_by_what_it_knows()
    {
        var builder = new RotaBuilder(
            new InMemoryPartnerDirectory(new("A"), new("B")),
            new InMemoryHoldingsLocator((_, partner) => new(partner)),
            new RankingByTurnaround(new Dictionary<string, double> { ["A"] = 6.5, ["B"] = 2 }),
            new());

        var plan = await builder.BuildAsync(Request);

        Assert.Equal(["B", "A"], plan.Partners);
        Assert.Equal("Place 1: ships within 2 days on average.", plan.Decisions[0].Reason);
    }

    #region docs:ranking
    private sealed class RankingByTurnaround(IReadOnlyDictionary<string, double> averageDays) : IRotaRanking
    {
        public ValueTask<IReadOnlyList<RankedPartner>> RankAsync(
            BorrowingRequest request, Partner? borrower, IReadOnlyList<Partner> candidates, CancellationToken cancellationToken = default) =>
            new(
            [
                .. candidates
                    .OrderBy(partner => averageDays.GetValueOrDefault(partner.Code, double.MaxValue))
                    .ThenBy(partner => partner.Code, StringComparer.Ordinal)
                    .Select(partner => averageDays.TryGetValue(partner.Code, out var days)
                        ? new RankedPartner(partner, FormattableString.Invariant($"ships within {days} days on average"))
                        : new RankedPartner(partner, "turnaround unknown")),
            ]);
    }
    #endregion
}
