using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Messages;

public sealed class RecordTests
{
    [Fact]
    public void Messages_are_compared_by_what_they_say()
    {
        Assert.Equal(Request("1", "2"), Request("1", "2"));
        Assert.Equal(Request("1", "2").GetHashCode(), Request("1", "2").GetHashCode());
        Assert.NotEqual(Request("1", "2"), Request("2", "1"));
        Assert.NotEqual(Request("1"), Request());
    }

    [Fact]
    public void A_list_gives_its_parts_in_order()
    {
        ValueList<string> list = ["a", "b"];
        Assert.Equal(2, list.Count);
        Assert.Equal("b", list[1]);
        Assert.Equal(["a", "b"], list.ToArray());
        Assert.Throws<IndexOutOfRangeException>(() => list[2]);
        Assert.Same((ValueList<string>)[], (ValueList<string>)[]);
        Assert.False(list.Equals(null));
        Assert.Equal("2 String", list.ToString());
    }

    [Fact]
    public void An_empty_code_is_the_same_however_it_was_made()
    {
        Assert.Equal(default, new SupplyStatus(""));
        Assert.Equal(default, new SupplyStatus(null));
        Assert.True(default(SupplyStatus).IsEmpty);
        Assert.Equal("", default(SupplyStatus).Code);
        Assert.False(default(SupplyStatus).IsKnown);
        Assert.Equal(SupplyStatus.Loaned, new SupplyStatus("Loaned"));
        Assert.NotEqual(SupplyStatus.Loaned, new SupplyStatus("loaned"));
    }

    [Fact]
    public void A_code_says_in_which_version_it_is()
    {
        Assert.False(MessageAction.Lost.IsIn(Iso18626Version.V1_2));
        Assert.True(MessageAction.Lost.IsIn(Iso18626Version.V2021_2) && MessageAction.Lost.IsKnown);
        Assert.True(MessageAction.Cancel.IsIn(Iso18626Version.V1_2) && MessageAction.Cancel.IsIn(Iso18626Version.V2021_2));
        Assert.False(PreferredEdition.AnyEdition.IsIn(Iso18626Version.V1_2));
    }

    private static Iso18626Message Request(params string[] volumes) =>
        new(Iso18626Version.V2021_2, new Request { BibliographicInfo = new() { Title = "Works", Volume = [.. volumes] } });
}
