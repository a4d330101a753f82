using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Ports;

public class PossibleDuplicateRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly Citation Dune = new() { Title = "Dune", Author = "Herbert, Frank", Isbn = "0-306-40615-2 (pbk.)" };

    private readonly InMemoryWorkflowStore _store = new();

    [Fact]
    public async Task An_open_request_of_the_patron_for_the_same_title_is_a_possible_duplicate()
    {
        await Stored("R-1", Dune);

        Assert.True(await Objects(new() { Isbn = "9780306406157" }));
        Assert.False(await Objects(new() { Isbn = "9780804429573" }));
    }

    [Fact]
    public async Task Where_neither_has_an_identifier_title_and_author_count()
    {
        await Stored("R-1", new() { Title = "The Dune", Author = "Frank Herbert" });

        Assert.True(await Objects(new() { Title = "dune", Author = "Herbert, Frank" }));
        Assert.False(await Objects(Dune));
    }

    [Fact]
    public async Task Another_patron_s_request_is_none()
    {
        await Stored("R-1", Dune, patron: "P-2");

        Assert.False(await Objects(Dune));
    }

    [Theory]
    [InlineData(BorrowingStatus.RequestCompleted, false)]
    [InlineData(BorrowingStatus.CancelledByPatron, false)]
    [InlineData(BorrowingStatus.Created, true)]
    [InlineData(BorrowingStatus.LoanedItemToPatron, true)]
    [InlineData(BorrowingStatus.ReturnedItemToPartner, true)]
    public async Task Only_open_requests_count(BorrowingStatus status, bool objects)
    {
        await Stored("R-1", Dune, status);

        Assert.Equal(objects, await Objects(Dune));
    }

    [Fact]
    public async Task A_submission_that_is_asked_about_again_is_not_its_own_duplicate()
    {
        await Stored("R-NEW", Dune);

        Assert.False(await Objects(Dune));
    }

    [Fact]
    public async Task A_replacement_is_no_duplicate_of_what_it_replaces()
    {
        await Stored("R-1", Dune, change: request => request.ReplacedBy = "R-NEW");

        Assert.False(await Objects(Dune));
    }

    [Fact]
    public async Task A_person_may_override_it()
    {
        await Stored("R-1", Dune);

        Assert.False(await new PossibleDuplicateRule(_store).ObjectsAsync("R-NEW", ASubmission(Dune) with { OverrideDuplicate = true }));
    }

    [Fact]
    public async Task A_duplicate_is_found_beyond_the_first_page()
    {
        for (var number = 0; number < 150; number++)
        {
            await Stored($"R-{number:000}", number == 149 ? Dune : new() { Isbn = "9780804429573" });
        }

        Assert.True(await Objects(Dune));
    }

    [Fact]
    public void It_objects_with_PossibleDuplicate() =>
        Assert.Equal(IntakeObjection.PossibleDuplicate, new PossibleDuplicateRule(_store).Objection);

    private ValueTask<bool> Objects(Citation citation) => new PossibleDuplicateRule(_store).ObjectsAsync("R-NEW", ASubmission(citation));

    private static Submission ASubmission(Citation citation) => new() { Library = "CSUN", Patron = new("P-1"), Citation = citation };

    private async Task Stored(
        string id,
        Citation citation,
        BorrowingStatus status = BorrowingStatus.RequestSentToPartner,
        string patron = "P-1",
        Action<BorrowingRequest>? change = null)
    {
        var request = new BorrowingRequest
        {
            Id = id,
            Library = "CSUN",
            Patron = new(patron),
            Citation = citation,
            Status = status,
            EnteredAt = Now,
            CreatedAt = Now,
            Version = 1,
            Revision = 1,
            Traits = status.IsFinal() ? RequestTraits.Final : RequestTraits.None,
        };
        change?.Invoke(request);
        await _store.SaveAsync(new()
        {
            Request = request,
            Expected = ExpectedVersion.New,
            Key = new(id, "patron", "m"),
            Event = new()
            {
                Request = id,
                Revision = 1,
                At = Now,
                MessageId = "m",
                Trigger = Trigger.Submit,
                By = Actor.Patron,
                Verdict = Verdict.Applied,
                From = BorrowingStatus.None,
                To = status,
                Version = 1,
            },
        });
    }
}
