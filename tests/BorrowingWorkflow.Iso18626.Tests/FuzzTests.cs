using BorrowingWorkflow.Iso18626.Fuzz;

namespace BorrowingWorkflow.Iso18626.Tests;

public sealed class FuzzTests
{
    // A failure says which input of which seed it was, and the command that repeats it.
    [Theory]
    [InlineData(18626)]
    [InlineData(2021)]
    public void Broken_and_hostile_messages_become_faults_within_the_bounds(int seed)
    {
        var run = new FuzzRun(seed);
        run.Go(0, 10_000);
        Assert.True(run.Messages > 500 && run.Written > 300, $"Only {run.Messages} messages, {run.Written} written: the inputs test too little.");
        Assert.Equal(Enum.GetValues<Iso18626FaultKind>(), run.Faults.Keys.Order());
    }

    [Fact]
    public void An_input_comes_again_from_its_number()
    {
        Assert.Equal(new Mutator(1).Make(77), new Mutator(1).Make(77));
        Assert.NotEqual(new Mutator(1).Make(77), new Mutator(2).Make(77));
    }
}
