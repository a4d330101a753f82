using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using CsCheck;

namespace BorrowingWorkflow.Tests.Rota;

public class StandardRankingTests
{
    private static readonly Partner Borrower = new("SFSU") { Group = "north" };

    [Fact]
    public async Task Each_criterion_decides_between_those_that_tie_before_it()
    {
        Partner[] best =
        [
            new("Y") { Group = "north", Priority = 9, Cost = 9 },
            new("X") { Priority = 1, Cost = 9 },
            new("W") { Priority = 2, Cost = 1, Balance = -5 },
            new("V") { Priority = 2, Cost = 2, Balance = 3 },
            new("U") { Priority = 2, Cost = 2, Balance = 2 },
            new("a") { Priority = 2, Cost = 2, Balance = 1 },
            new("b") { Priority = 2, Cost = 2, Balance = 1 },
            new("A") { Group = "north", Priority = 1, IsLastResort = true },
        ];

        Assert.Equal(best.Select(partner => partner.Code), await Rank(Borrower, [.. best.Reverse()]));
    }

    [Fact]
    public async Task Ties_are_settled_by_the_code_ordinally() =>
        Assert.Equal(["A", "B", "a", "Ä"], await Rank(Borrower, new("Ä"), new("a"), new("B"), new("A")));

    [Fact]
    public async Task Without_a_group_of_its_own_a_library_has_no_neighbours()
    {
        Assert.Equal(["A", "B"], await Rank(null, new Partner("B") { Group = "north" }, new("A")));
        Assert.Equal(["A", "B"], await Rank(new Partner("SFSU"), new("B"), new Partner("A") { Group = "south" }));
    }

    [Fact]
    public void The_order_does_not_depend_on_the_order_of_the_candidates()
    {
        var partner = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[-1, 1], Gen.Bool);
        Gen.Select(partner.Array[0, 12], Gen.Int).Sample(
            (traits, shuffle) =>
            {
                var partners = traits.Select((trait, index) => new Partner($"P{index}")
                {
                    Group = trait.Item1 == 0 ? "north" : "south",
                    Priority = trait.Item2,
                    Cost = trait.Item3,
                    Balance = trait.Item4,
                    IsLastResort = trait.Item5,
                }).ToArray();
                var shuffled = partners.OrderBy(one => HashCode(one.Code, shuffle)).ToArray();
                return Rank(Borrower, partners).Result.SequenceEqual(Rank(Borrower, shuffled).Result);
            },
            seed: "0N0XIzNsQ0O2");

        static int HashCode(string code, int salt) => code.Aggregate(salt, (sum, character) => unchecked((sum * 31) + character)) % 7;
    }

    private static async Task<IEnumerable<string>> Rank(Partner? borrower, params Partner[] candidates) =>
        (await new StandardRanking().RankAsync(new BorrowingRequest { Library = "SFSU" }, borrower, candidates)).Select(ranked => ranked.Partner.Code);
}
