using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Tests.Rota;

public class RotaBuilderTests
{
    private static readonly InMemoryHoldingsLocator EverybodyHasIt = new((_, partner) => new(partner));

    [Fact]
    public async Task Without_rules_the_whole_directory_is_asked_by_ranking()
    {
        var plan = await Build(ARequest(), new(), new Partner("CSULB") { Priority = 2 }, new Partner("CSUN") { Priority = 1 }, new("SFSU"));

        Assert.Equal(["CSUN", "CSULB"], plan.Partners);
        Assert.Null(plan.Rule);
        Assert.Empty(plan.Templates);
        Assert.Equal(
            [
                new("CSUN", true, "Place 1: priority 1, cost 0, balance 0."),
                new("CSULB", true, "Place 2: priority 2, cost 0, balance 0."),
                new("SFSU", false, "It is the borrowing library itself."),
            ],
            plan.Decisions);
    }

    [Fact]
    public async Task The_why_log_says_of_every_candidate_why_it_is_out()
    {
        var locator = new InMemoryHoldingsLocator((_, partner) => partner switch
        {
            "LENT" => new(partner, IsRequestable: false, "on loan until March"),
            "MUTE" => new(partner, IsRequestable: false),
            "NONE" => null,
            _ => new(partner, true, "main stacks"),
        });
        var options = new RotaOptions
        {
            Templates = { new("all") { Partners = ["LENT", "MUTE", "NONE", "GONE", "SFSU", "NOWHERE", "FILES", "CSUN"] } },
            Rules = { new("every request") { Templates = ["all"] } },
        };

        var plan = await Build(ARequest(), options, locator,
            new("LENT"), new("MUTE"), new("NONE"), new Partner("GONE") { IsActive = false }, new("SFSU"), new Partner("FILES") { Supplies = Supplies.Digital }, new("CSUN"));

        Assert.Equal(["CSUN"], plan.Partners);
        Assert.Equal("every request", plan.Rule);
        Assert.Equal(["all"], plan.Templates);
        Assert.Equal(
            [
                new("CSUN", true, "Place 1: number 8 of template all; main stacks."),
                new("GONE", false, "The partner takes no requests at present."),
                new("SFSU", false, "It is the borrowing library itself."),
                new("NOWHERE", false, "The partner directory does not know it."),
                new("FILES", false, "The partner supplies no physical items, and one is wanted."),
                new("LENT", false, "It holds it, but does not lend it at present: on loan until March."),
                new("MUTE", false, "It holds it, but does not lend it at present."),
                new("NONE", false, "The locate found no holding there."),
            ],
            plan.Decisions);
    }

    [Fact]
    public async Task The_locator_is_asked_only_about_partners_that_can_be_asked_and_not_at_all_for_nobody()
    {
        var asked = new List<string>();
        var locator = new InMemoryHoldingsLocator((_, partner) =>
        {
            asked.Add(partner);
            return null;
        });

        var plan = await Build(ARequest(), new(), locator, new("CSUN"), new Partner("GONE") { IsActive = false });
        await Build(ARequest(), new(), new ThrowingLocator(), new Partner("GONE") { IsActive = false });

        Assert.True(plan.IsEmpty);
        Assert.Equal(["CSUN"], asked);
    }

    [Fact]
    public async Task A_partner_with_one_requestable_holding_among_several_is_in()
    {
        var plan = await Build(ARequest(), new(), new TwoHoldings(), new Partner("CSUN"));

        Assert.Equal(["CSUN"], plan.Partners);
    }

    [Fact]
    public async Task The_first_enabled_rule_that_fits_decides()
    {
        var options = new RotaOptions
        {
            Templates = { new("files") { Partners = ["CSULB"] }, new("books") { Partners = ["CSUN"] }, new("rest") { Partners = ["CSUF"] } },
            Rules =
            {
                new("files of the main library") { Formats = [RequestFormat.Digital], Libraries = ["SFSU"], Templates = ["files"] },
                new("books") { Types = [CitationType.Book], Formats = [RequestFormat.Physical], Templates = ["books"] },
                new("rest") { Templates = ["rest"] },
            },
        };
        Partner[] partners = [new("CSULB"), new("CSUN"), new("CSUF")];

        Assert.Equal(["CSULB"], (await Build(ARequest(new() { Format = RequestFormat.Digital }), options, partners)).Partners);
        Assert.Equal(["CSUN"], (await Build(ARequest(), options, partners)).Partners);
        Assert.Equal(["CSUF"], (await Build(ARequest(new() { Type = CitationType.Article }), options, partners)).Partners);
    }

    [Fact]
    public async Task A_rule_may_be_about_patron_groups()
    {
        var options = new RotaOptions
        {
            Templates = { new("far") { Partners = ["CSUN"] }, new("near") { Partners = ["CSULB"] } },
            Rules = { new("faculty") { PatronGroups = ["faculty"], Templates = ["far"] }, new("others") { Templates = ["near"] } },
        };
        Partner[] partners = [new("CSULB"), new("CSUN")];

        Assert.Equal("faculty", (await Build(ARequest(group: "faculty"), options, partners)).Rule);
        Assert.Equal("others", (await Build(ARequest(group: "student"), options, partners)).Rule);
        Assert.Equal("others", (await Build(ARequest(group: null), options, partners)).Rule);
    }

    [Fact]
    public async Task The_templates_of_a_disabled_rule_do_not_apply()
    {
        var options = new RotaOptions
        {
            Templates = { new("all") { Partners = ["CSUN"] } },
            Rules = { new("all") { Templates = ["all"], IsEnabled = false } },
        };

        var plan = await Build(ARequest(), options, new Partner("CSUN"));

        Assert.True(plan.IsEmpty);
        Assert.Null(plan.Rule);
        Assert.Empty(plan.Decisions);
    }

    [Fact]
    public async Task Templates_follow_one_another_and_a_partner_of_two_is_asked_at_its_first_place()
    {
        var options = new RotaOptions
        {
            Templates =
            {
                new("campus") { Partners = ["CSUN", "CSULB"] },
                new("state") { Partners = ["UCLA", "CSUN", "UCB"], Order = RotaOrder.ByRanking },
            },
            Rules = { new("all") { Templates = ["campus", "state"] } },
        };

        var plan = await Build(ARequest(), options, new Partner("CSUN"), new("CSULB"), new("UCLA"), new Partner("UCB") { Priority = 1 });

        Assert.Equal(["CSUN", "CSULB", "UCB", "UCLA"], plan.Partners);
        Assert.Equal(4, plan.Decisions.Count);
    }

    [Fact]
    public async Task A_partner_of_last_resort_comes_after_all_others_whatever_the_template_says()
    {
        var options = new RotaOptions
        {
            Templates = { new("all") { Partners = ["BL", "CSUN"] } },
            Rules = { new("all") { Templates = ["all"] } },
        };

        var plan = await Build(ARequest(), options, new Partner("BL") { IsLastResort = true }, new("CSUN"));

        Assert.Equal(["CSUN", "BL"], plan.Partners);
        Assert.Equal("Place 2: number 1 of template all, last resort.", plan.Decisions[1].Reason);
    }

    [Fact]
    public async Task Partners_that_have_answered_an_earlier_rota_come_last()
    {
        var request = ARequest();
        request.Rota =
        [
            new("A") { State = EntryState.Rejected }, new("B") { State = EntryState.Skipped }, new("C") { State = EntryState.Expired },
            new("D") { State = EntryState.Closed }, new("E") { State = EntryState.Pending },
        ];

        var plan = await Build(request, new(), new Partner("A"), new("B"), new("C"), new("D"), new("E"), new Partner("Z") { IsLastResort = true });

        Assert.Equal(["B", "D", "E", "Z", "A", "C"], plan.Partners);
        Assert.Equal("Place 5: priority 100, cost 0, balance 0, asked before: Rejected.", plan.Decisions[4].Reason);
    }

    [Fact]
    public async Task The_borrower_s_group_is_the_library_s_in_the_directory()
    {
        var plan = await Build(ARequest(), new(), new Partner("AAA"), new Partner("ZZZ") { Group = "north" }, new Partner("SFSU") { Group = "north" });

        Assert.Equal(["ZZZ", "AAA"], plan.Partners);
        Assert.Equal("Place 1: same group, priority 100, cost 0, balance 0.", plan.Decisions[0].Reason);
    }

    [Fact]
    public async Task The_borrower_is_looked_up_once_however_many_templates_are_ranked()
    {
        var options = new RotaOptions
        {
            Templates =
            {
                new("near") { Partners = ["A"], Order = RotaOrder.ByRanking }, new("far") { Partners = ["B"], Order = RotaOrder.ByRanking },
            },
            Rules = { new("all") { Templates = ["near", "far"] } },
        };
        var directory = new CountingDirectory(new InMemoryPartnerDirectory(new("A"), new("B"), new("SFSU")));

        await new RotaBuilder(directory, EverybodyHasIt, new StandardRanking(), options).BuildAsync(ARequest());

        Assert.Equal(["A", "B", "SFSU"], directory.Asked);
    }

    [Fact]
    public async Task A_holding_s_reason_ends_the_sentence_once()
    {
        var plan = await Build(ARequest(), new(), new InMemoryHoldingsLocator((_, partner) => new(partner, true, "Main stacks.")), new Partner("CSUN"));

        Assert.Equal("Place 1: priority 100, cost 0, balance 0; Main stacks.", plan.Decisions[0].Reason);
    }

    [Fact]
    public async Task A_host_s_ranking_replaces_the_standard_one_and_may_leave_partners_out()
    {
        var builder = new RotaBuilder(
            new InMemoryPartnerDirectory(new("A"), new("B"), new("C")), EverybodyHasIt, new Fixed("C", "A"), new());

        var plan = await builder.BuildAsync(ARequest());

        Assert.Equal(["C", "A"], plan.Partners);
        Assert.Contains(new RotaDecision("B", false, "The ranking left it out."), plan.Decisions);
    }

    [Theory]
    [InlineData("A", "A")]
    [InlineData("A", "X")]
    public async Task A_ranking_that_names_a_partner_twice_or_a_stranger_is_a_fault(string first, string second)
    {
        var builder = new RotaBuilder(new InMemoryPartnerDirectory(new("A"), new("B")), EverybodyHasIt, new Fixed(first, second), new());

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => builder.BuildAsync(ARequest()));
        Assert.Equal($"The ranking named {second} twice, or without its being a candidate.", fault.Message);
    }

    [Fact]
    public void Bad_configuration_is_refused_when_the_builder_is_made()
    {
        Assert.Equal("Template empty lists nobody.", Refusal(new() { Templates = { new("empty") } }));
        Assert.Equal(
            "Rule rule names template missing, which does not exist.", Refusal(new() { Rules = { new("rule") { Templates = ["missing"] } } }));
        Assert.Equal(
            "Template twice is given twice.",
            Refusal(new() { Templates = { new("twice") { Partners = ["A"] }, new("twice") { Partners = ["B"] } } }));

        static string Refusal(RotaOptions options) => Assert.Throws<ArgumentException>(
            () => new RotaBuilder(new InMemoryPartnerDirectory(), EverybodyHasIt, new StandardRanking(), options)).Message;
    }

    [Fact]
    public async Task What_is_built_is_valid()
    {
        Partner[] partners = [new("CSUN"), new("SFSU"), new Partner("FILES") { Supplies = Supplies.Digital }, new Partner("GONE") { IsActive = false }];
        var options = new RotaOptions
        {
            Templates = { new("all") { Partners = ["CSUN", "CSUN", "SFSU", "FILES", "GONE", "X"] }, new("rest") { Order = RotaOrder.ByRanking } },
            Rules = { new("all") { Templates = ["all", "rest"] } },
        };
        var request = ARequest();

        var plan = await Build(request, options, partners);

        Assert.Equal(["CSUN"], plan.Partners);
        Assert.Empty(RotaValidator.Validate(request.Library, request.Citation, [.. plan.Partners.Select(code => (code, partners.FirstOrDefault(partner => partner.Code == code)))]));
    }

    private static Task<RotaPlan> Build(BorrowingRequest request, RotaOptions options, params Partner[] partners) =>
        Build(request, options, EverybodyHasIt, partners);

    private static Task<RotaPlan> Build(BorrowingRequest request, RotaOptions options, IHoldingsLocator locator, params Partner[] partners) =>
        new RotaBuilder(new InMemoryPartnerDirectory(partners), locator, new StandardRanking(), options).BuildAsync(request);

    private static BorrowingRequest ARequest(Citation? citation = null, string? group = "student") => new()
    {
        Id = "R-1",
        Library = "SFSU",
        Patron = new("P-1", group),
        Citation = citation ?? new() { Title = "Dune", Isbn = "9780441172719" },
    };

    private sealed class Fixed(params string[] order) : IRotaRanking
    {
        public ValueTask<IReadOnlyList<RankedPartner>> RankAsync(
            BorrowingRequest request, Partner? borrower, IReadOnlyList<Partner> candidates, CancellationToken cancellationToken = default) =>
            new([.. order.Select(code => new RankedPartner(new(code), "as fixed"))]);
    }

    private sealed class CountingDirectory(IPartnerDirectory inner) : IPartnerDirectory
    {
        public List<string> Asked { get; } = [];

        public ValueTask<Partner?> FindAsync(string code, CancellationToken cancellationToken = default)
        {
            Asked.Add(code);
            return inner.FindAsync(code, cancellationToken);
        }

        public IAsyncEnumerable<Partner> ListAsync(CancellationToken cancellationToken = default) => inner.ListAsync(cancellationToken);
    }

    private sealed class ThrowingLocator : IHoldingsLocator
    {
        public ValueTask<IReadOnlyList<Holding>> LocateAsync(
            BorrowingRequest request, IReadOnlyList<string> partners, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Nobody is to be located.");
    }

    private sealed class TwoHoldings : IHoldingsLocator
    {
        public ValueTask<IReadOnlyList<Holding>> LocateAsync(
            BorrowingRequest request, IReadOnlyList<string> partners, CancellationToken cancellationToken = default) =>
            new([new("CSUN", IsRequestable: false, "missing"), new("CSUN"), new("STRANGER")]);
    }
}
