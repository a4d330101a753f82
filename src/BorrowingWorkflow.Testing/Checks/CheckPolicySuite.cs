using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Testing.Populations;

namespace BorrowingWorkflow.Testing.Checks;

/// <summary>What check policies promise: the same list from the same requests, whatever else is going on, and for whatever request there is.</summary>
/// <param name="policies">The policies, e.g. a host's own beside those of <see cref="CheckPresets"/>.</param>
public sealed class CheckPolicySuite(params IReadOnlyList<CheckPolicy> policies) : ConformanceSuite
{
    private protected override IEnumerable<ConformanceCase> List() =>
    [
        Case("01", "CheckSelection.Includes", "A request in any status, with any traits, is judged without an exception", CheckPolicyCases.TotalAsync),
        Case("02", "CheckSelection.Includes", "Asked twice, it gives the same answer", CheckPolicyCases.TwiceAsync),
        Case("03", "CheckSelection.Includes", "Asked in any order, it gives the same answers", CheckPolicyCases.AnyOrderAsync),
        Case("04", "CheckPolicy.Select", "A selection stays as it is when another is made", CheckPolicyCases.OtherSelectionAsync),
        Case("05", "CheckSelection.Query", "The report, the pages of the list and the selection itself agree on the members", CheckPolicyCases.AgreementAsync),
        Case("06", "CheckRequest.Library", "Narrowed to a library, a partner or a member of staff it holds that part of the list", CheckPolicyCases.NarrowedAsync),
        Case("07", "CheckPolicy.Select", "The list does not depend on the culture", CheckPolicyCases.CultureAsync),
        Case("08", "CheckContext.Now", "The list does not depend on the offset that the moment is written with", CheckPolicyCases.OffsetAsync),
        Case("09", "CheckPolicy.Select", "On an empty store the list is empty", CheckPolicyCases.EmptyAsync),
        Case("10", "CheckSelection.Where", "Asked by many threads at once, it gives the same answers", CheckPolicyCases.AtOnceAsync),
        Case("11", "CheckPolicy.Order", "The members come in the order of the policy, in the report and on pages", CheckPolicyCases.OrderAsync),
        Case("12", "CheckPolicy", "Id, title and rule are there, ids are unique, and remedies are triggers", CheckPolicyCases.WordsAsync),
    ];

    private ConformanceCase Case(string number, string clause, string title, Func<CheckScene, Task> prove) =>
        new($"CHECK-{number}", clause, title, async cancellationToken =>
        {
            var population = await Population.MakeAsync(Seed, cancellationToken).ConfigureAwait(false);
            await prove(new(policies, population, Seed, cancellationToken)).ConfigureAwait(false);
        });
}
