using System.Globalization;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Checks;
using BorrowingWorkflow.Testing.Populations;
using BorrowingWorkflow.Testing.Tests.Controls;

namespace BorrowingWorkflow.Testing.Tests.Checks;

public class CheckPolicyControlTests
{
    private static readonly CheckPolicy Whole = new()
    {
        Id = "own",
        Preset = "own",
        Cadence = CheckCadence.Daily,
        Title = "Own",
        Selects = "not final",
        Select = _ => new(new RequestQuery { Statuses = StatusGroups.NotFinal }),
    };

    private static readonly ControlTable Table = new(
        "check",
        new CheckPolicySuite(Whole),
        [
            Of("01", "It takes a partner for granted", "own threw NullReferenceException on request", _ => summary => summary.Partner!.Length > 4),
            Of("02", "Its answer depends on how often it was asked", "own, asked again", Alternating()),
            Of("03", "It looks at the request before", "own, asked in another order", _ => UnlikeTheOneBefore()),
            Of("04", "It keeps the moment of the selection that was made last", "after another selection was made", WithTheLastMoment()),
            Control("05", "Its query names a patron, which a summary does not tell", "own on pages", Whole with
            {
                Select = _ => new(new RequestQuery { Statuses = StatusGroups.NotFinal, Patron = Population.PatronPrefix + 1 }),
            }),
            Of("06", "It ends after three", "narrowed to library", _ => FirstThree()),
            Of("07", "It reads numbers as the culture writes them", "under another culture", context => summary => InDays(context.Now - summary.EnteredAt) > 30),
            Of("08", "It takes the day as the moment is written", "written with the offset", context => summary => summary.EnteredAt.DayOfYear < context.Now.DayOfYear - 60),
            Of("09", "It takes for granted that it was worked before", "it ended in InvalidOperationException", context => Since(context.LastRun!.Value)),
            Of("10", "Two threads get into each other's way", "it ended in InvalidOperationException: Two at once.", _ => OneAtATime()),
            Control("11", "It has an order that there is not", "own has no order that there is", Whole with { Order = (RequestOrder)77 }),
            Control("12", "It does not say what it selects", "lacks its id, preset, title or rule", Whole with { Selects = " " }),
        ]);

    public static IEnumerable<object[]> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_broken_check_fails_its_case(string id) => Table.EnsureFailsAsync(id);

    [Fact]
    public void Every_case_has_a_broken_check() => Table.EnsureOneForEachCase();

    [Fact]
    public void The_table_in_the_docs_is_this_one() => Table.EnsurePage();

    private static NegativeControl Of(string number, string broken, string says, Func<CheckContext, Func<RequestSummary, bool>> where) =>
        Control(number, broken, says, Whole with { Select = context => new(new RequestQuery { Statuses = StatusGroups.NotFinal }, where(context)) });

    private static NegativeControl Control(string number, string broken, string says, CheckPolicy policy) =>
        new($"CHECK-{number}", broken, says, () => new CheckPolicySuite(policy));

    private static double InDays(TimeSpan age) =>
        double.TryParse((age.TotalDays + 0.5).ToString("0.0", CultureInfo.CurrentCulture), CultureInfo.InvariantCulture, out var days) ? days : 0;

    private static Func<CheckContext, Func<RequestSummary, bool>> Alternating()
    {
        var calls = 0;
        return _ => _ => ++calls % 7 == 0;
    }

    private static Func<RequestSummary, bool> UnlikeTheOneBefore()
    {
        var before = "";
        return summary =>
        {
            var isUnlike = before != summary.Library;
            before = summary.Library;
            return isUnlike;
        };
    }

    private static Func<CheckContext, Func<RequestSummary, bool>> WithTheLastMoment()
    {
        CheckContext last = default;
        return context =>
        {
            last = context;
            return summary => last.Now - summary.EnteredAt > TimeSpan.FromDays(60);
        };
    }

    private static Func<RequestSummary, bool> FirstThree()
    {
        var found = 0;
        return _ => ++found <= 3;
    }

    private static Func<RequestSummary, bool> Since(DateTimeOffset lastRun) => summary => summary.EnteredAt > lastRun;

    private static Func<RequestSummary, bool> OneAtATime()
    {
        var meeting = new Meeting();
        return summary =>
        {
            if (summary.Id == "ReadyToBeSent-0")
            {
                meeting.Visit();
            }

            return true;
        };
    }
}
