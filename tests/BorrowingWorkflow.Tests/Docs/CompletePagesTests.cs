using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Tests.Docs.Generated;

namespace BorrowingWorkflow.Tests.Docs;

/// <summary>Pages that promise to name all of something do.</summary>
public class CompletePagesTests
{
    [Fact]
    public void Every_kind_of_effect_is_on_the_page_of_effects() => Names("effects.md", Enum.GetNames<EffectKind>());

    [Fact]
    public void Every_clock_is_on_the_page_of_deadlines() =>
        Names("deadlines.md", Enum.GetValues<DeadlineKind>().SelectMany(kind => new[] { kind.ToString(), Deadlines.TriggerOf(kind).ToString() }));

    [Fact]
    public void Every_part_of_a_profile_is_on_the_page_of_partners() =>
        Names("partners.md", typeof(WorkflowProfile).GetProperties().Where(property => property.SetMethod is not null).Select(property => property.Name));

    [Fact]
    public void Every_policy_is_on_the_page_of_options() =>
        Names("options.md", typeof(BorrowingOptions).GetProperties().Concat(typeof(DispatchSettings).GetProperties()).Select(property => property.Name));

    [Fact]
    public void Every_verdict_and_every_actor_is_in_the_glossary() => Names("glossary.md", [.. Enum.GetNames<Verdict>(), .. Enum.GetNames<Actor>()]);

    [Fact]
    public void Every_status_is_matched_with_the_system_that_its_words_come_from() =>
        Assert.All(
            BorrowingStatusExtensions.All,
            status => Assert.Contains($"| {(status.AlmaCode() is { } code ? $"`{code}`" : "not known")} | {StatusLink(status)} |", GeneratedPage.Read("coming-from.md"), StringComparison.Ordinal));

    private static string StatusLink(BorrowingStatus status) => $"[{status.Label()}]({StatusPage.PathOf(status)})";

    private static void Names(string page, IEnumerable<string> names)
    {
        var text = GeneratedPage.Read(page);
        Assert.All(names, name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
    }
}
