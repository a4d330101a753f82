using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Tests.Machine;

public class TriggerSetTests
{
    // The first and the last triggers lie in different words of the set.
    private static readonly Trigger[] All = Enum.GetValues<Trigger>();

    [Fact]
    public void Sets_are_joined_and_parted()
    {
        TriggerSet one = [All[0], All[1], All[^2], All[^1]];
        TriggerSet other = [All[1], All[2], All[^3], All[^2]];

        Assert.Equal([All[1], All[^2]], one & other);
        Assert.Equal([All[0], All[^1]], one - other);
        Assert.Equal(one, one - []);
        Assert.Empty(one & []);
    }

    [Fact]
    public void A_set_holds_each_trigger_once_in_the_order_of_the_table()
    {
        TriggerSet all = [.. All.Reverse(), .. All];
        TriggerSet ends = [All[^1], All[0]];

        Assert.Equal(All, all);
        Assert.Equal(All.Length, all.Count);
        Assert.Equal($"{All[0]},{All[^1]}", ends.ToString());
    }

    [Fact]
    public void Requests_are_made_by_a_submission_a_draft_or_an_import() =>
        Assert.Equal(((Trigger[])[Trigger.Submit, Trigger.SaveDraft, Trigger.Import]).Order(), All.Where(trigger => trigger.IsCreating()));
}
