using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Fakes;

namespace BorrowingWorkflow.Testing.Populations;

/// <summary>
/// Requests in every status, made by the real engine from a seed: plain ones, and ones with notes, messages, assignees, edits, stray
/// messages of partners and second thoughts, over half a year.
/// </summary>
internal sealed class Population
{
    /// <summary>Begins every patron's reference, so that evidence which names a patron is found out.</summary>
    public const string PatronPrefix = "patron-of-whom-nobody-speaks-";

    private const int Variants = 5;

    private static readonly string[] Libraries = ["SDSU", "CSUN", "Ünïvërsity"];

    private static readonly Trigger[] Strays =
    [
        Trigger.PartnerShipped, Trigger.PartnerRejected, Trigger.PartnerCheckedIn, Trigger.PartnerOverdue, Trigger.PartnerRecalled,
        Trigger.PartnerRenewed, Trigger.PartnerAcceptedCancel, Trigger.PartnerUnshipped, Trigger.PartnerSetCondition,
    ];

    private Population(IReadOnlyList<BorrowingRequest> requests, IWorkflowStore store, DateTimeOffset now, IItemSource items)
    {
        Requests = requests;
        Store = store;
        Now = now;
        Items = items;
    }

    public static IReadOnlyList<Partner> Partners { get; } =
    [
        new("CHICO"),
        new("SJSU") { Supplies = Supplies.Physical, Profile = new() { DaysToRespond = 2, HasWillSupply = false } },
        new("GONE") { IsActive = false },
        new("SDSU"),
    ];

    public IReadOnlyList<BorrowingRequest> Requests { get; }

    /// <summary>The store that holds them.</summary>
    public IWorkflowStore Store { get; }

    /// <summary>A day after the last of them was made.</summary>
    public DateTimeOffset Now { get; }

    public IItemSource Items { get; }

    public static async Task<Population> MakeAsync(int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var world = new BorrowingWorld(new() { Partners = Partners, Start = new(2026, 3, 2, 7, 30, 0, TimeSpan.Zero) });
        await using (world.ConfigureAwait(false))
        {
            foreach (var variant in Enumerable.Range(0, Variants))
            {
                foreach (var status in BorrowingStatusExtensions.All)
                {
                    var made = await world.RequestInAsync(status, Draft(random, variant, status), cancellationToken).ConfigureAwait(false);
                    await BlurAsync(world, made, random, variant, cancellationToken).ConfigureAwait(false);
                    world.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 2_600)));
                }
            }

            return await OfAsync(world, random, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One imported request in every status that can be imported: next to nothing is known of it.</summary>
    public static async Task<Population> ImportedAsync(int seed, CancellationToken cancellationToken)
    {
        var world = new BorrowingWorld(new() { Partners = Partners });
        await using (world.ConfigureAwait(false))
        {
            foreach (var status in BorrowingStatusExtensions.All.Where(status => status != BorrowingStatus.Deleted))
            {
                await world.Workflow.ExecuteAsync(
                    new()
                    {
                        Request = $"R-{status}",
                        Trigger = Trigger.Import,
                        By = Actor.System,
                        MessageId = "import",
                        Data = new() { Library = "SDSU", Status = status, EnteredAt = world.Clock.GetUtcNow().AddDays(-400) },
                    },
                    cancellationToken).ConfigureAwait(false);
            }

            return await OfAsync(world, new(seed), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Nobody.</summary>
    public static Population Empty() => new([], new InMemoryWorkflowStore(), new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero), new InMemoryItemSource());

    /// <summary>The request in words, for a failure.</summary>
    public static string Describe(BorrowingRequest request) => $"request {request.Id} in {request.Status} with traits {request.Traits}";

    private static RequestDraft Draft(Random random, int variant, BorrowingStatus status) => new()
    {
        Id = $"{status}-{variant}",
        Submission = new()
        {
            Library = Libraries[random.Next(Libraries.Length)],
            Patron = new(PatronPrefix + random.Next(1, 40), random.Next(2) == 0 ? null : "faculty"),
            Citation = random.Next(4) == 0
                ? new() { Title = $"A file {random.Next(9)}", Doi = "10.1000/182", Format = RequestFormat.Digital, Type = CitationType.Article }
                : new() { Title = $"Título {random.Next(20)}: \"quoted\", <b>", Author = "Le Guin, Ursula K.", Isbn = "9780060512750" },
            Pickup = random.Next(3) == 0 ? "BRANCH" : null,
            NeededBy = random.Next(3) == 0 ? new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero).AddDays(random.Next(400)) : null,
            ExternalId = random.Next(3) == 0 ? $"ext-{random.Next()}" : null,
            Volumes = random.Next(5) == 0 ? ["v1", "v2"] : [],
        },
        Partners = random.Next(3) == 0 ? ["SJSU", "CHICO", "SJSU"] : ["CHICO", "SJSU"],
    };

    /// <summary>Leaves the first of each status plain.</summary>
    private static async Task BlurAsync(BorrowingWorld world, BorrowingRequest made, Random random, int variant, CancellationToken cancellationToken)
    {
        for (var move = 0; move < variant; move++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(random.Next(0, 90)));
            var (partner, trigger, data) = Blur(random, world.Clock.GetUtcNow());
            if (partner is null)
            {
                await world.StaffAsync(made.Id, trigger, data, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await world.PartnerAsync(made.Id, partner, trigger, data, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static (string? Partner, Trigger Trigger, InputData? Data) Blur(Random random, DateTimeOffset now) => random.Next(7) switch
    {
        0 => (null, Trigger.AddNote, new() { Text = $"For {PatronPrefix}1." }),
        1 => (null, Trigger.DismissNote, null),
        2 => ("CHICO", Trigger.ReceiveGeneralMessage, new() { Text = $"For {PatronPrefix}2." }),
        3 => (null, Trigger.Assign, new() { Assignee = random.Next(2) == 0 ? "ana" : "kim" }),
        4 => (null, Trigger.EditRequest, new() { Title = "Corrected", NeededBy = now.AddDays(random.Next(60)) }),
        5 => (random.Next(2) == 0 ? "SJSU" : "CHICO", Strays[random.Next(Strays.Length)], null),
        _ => ("NOBODY", Strays[random.Next(Strays.Length)], null),
    };

    private static async Task<Population> OfAsync(BorrowingWorld world, Random random, CancellationToken cancellationToken)
    {
        var requests = new List<BorrowingRequest>();
        await foreach (var batch in world.Store.ScanAsync(ScanScope.Everything, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in batch)
            {
                requests.Add(await world.FindAsync(row.Summary.Id, cancellationToken).ConfigureAwait(false));
            }
        }

        requests.Sort((one, other) => string.CompareOrdinal(one.Id.Value, other.Id.Value));
        var items = requests.Where(_ => random.Next(2) == 0).Select(request => (request.Id, (ProcessType)random.Next((int)ProcessType.LostLoan + 1)));
        return new(requests, world.Store, world.Clock.GetUtcNow().AddDays(1), new InMemoryItemSource([.. items]));
    }
}
