using System.Text;
using BorrowingWorkflow.Iso18626.Fuzz;
using BorrowingWorkflow.Iso18626.Messages;
using static BorrowingWorkflow.Iso18626.Tests.MessageText;

namespace BorrowingWorkflow.Iso18626.Tests.Reading;

public sealed class LimitTests
{
    // The note's element is the 12th, and 3 deep.
    public static TheoryData<string, string, Iso18626Limits> AtTheLimit => new()
    {
        { MessageText.Note("x"), "MaxBytes", new() { MaxBytes = Encoding.UTF8.GetByteCount(MessageText.Note("x")) } },
        { MessageText.Note(new string('x', 50)), "MaxTextLength", new() { MaxTextLength = 50 } },
        { MessageText.Note("<![CDATA[" + new string('x', 30) + "]]>" + new string('x', 20)), "MaxTextLength", new() { MaxTextLength = 50 } },
        { MessageText.Note("x"), "MaxElements", new() { MaxElements = 14 } },
        { MessageText.Note("<a><b><c/></b></a>"), "MaxDepth", new() { MaxDepth = 6 } },
        { MessageText.Note("<a b='1' c='2' d='3' e='4' f='5'/>"), "MaxAttributes", new() { MaxAttributes = 5 } },
        { Supplier(after: "<deliveryInfo><itemId>1</itemId><itemId>2</itemId><itemId>3</itemId></deliveryInfo>"), "MaxRepeats", new() { MaxRepeats = 3 } },
    };

    [Theory]
    [MemberData(nameof(AtTheLimit))]
    public void A_message_may_go_up_to_a_limit_and_not_past_it(string message, string name, Iso18626Limits limits)
    {
        Assert.True(MessageText.Read(message, limits).IsMessage, MessageText.Read(message, limits).ToString());

        var property = typeof(Iso18626Limits).GetProperty(name)!;
        var narrower = limits with { };
        property.SetValue(narrower, (int)property.GetValue(limits)! - 1);
        var fault = MessageText.Read(message, narrower).Fault;
        Assert.Equal(Iso18626FaultKind.TooLarge, fault?.Kind);
        Assert.Contains(property.GetValue(narrower)!.ToString()!, fault!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_large_a_message_still_tells_whom_it_is_from()
    {
        var fault = MessageText.Read(MessageText.Note(new string('x', 5_000)), new() { MaxBytes = 2_000 }).Fault!;
        Assert.Equal(Iso18626FaultKind.TooLarge, fault.Kind);
        Assert.Equal("SDSU-1", fault.Header!.RequestingAgencyRequestId);
        Assert.Equal(MessageKind.RequestingAgencyMessage, fault.MessageKind);
    }

    [Theory]
    [InlineData("<n>")]
    [InlineData("<note>")]
    public void Elements_within_elements_without_end_stop_at_the_limit(string tag) =>
        Assert.Equal(Iso18626FaultKind.TooLarge, MessageText.Read(Root($"<request>{Header}" + string.Concat(Enumerable.Repeat(tag, 100_000)))).Fault?.Kind);

    [Theory]
    [InlineData("<n/>", 9_900)]
    [InlineData("<n></n>", 9_900)]
    [InlineData("<n a='' b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l=''/>", 9_900)]
    [InlineData("x<!---->", 100_000)]
    [InlineData("x<note/>", 9_900)]
    [InlineData("<dueDate>x</dueDate>", 9_900)]
    [InlineData("<requestSubType/>", 999)]
    [InlineData("<itemId/>", 999)]
    [InlineData("&#x10FFFF;", 100_000)]
    public void Many_small_pieces_take_no_more_memory_than_the_limits_allow(string piece, int times)
    {
        var bytes = Encoding.UTF8.GetBytes(Supplier(after: "<deliveryInfo>" + string.Concat(Enumerable.Repeat(piece, times)) + "</deliveryInfo>"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Iso18626Reader.Read(bytes);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(read.IsMessage || read.Fault.Kind == Iso18626FaultKind.TooLarge, read.ToString());
        Assert.InRange(allocated, 1, FuzzRun.Bound(read, bytes.Length, Iso18626Limits.Default));
    }

    [Fact]
    public void The_limits_have_documented_defaults()
    {
        Assert.Equal(new() { MaxBytes = 1024 * 1024, MaxDepth = 32, MaxElements = 10_000, MaxAttributes = 64, MaxTextLength = 100_000, MaxRepeats = 1_000 }, Iso18626Limits.Default);
        Assert.Throws<ArgumentOutOfRangeException>("MaxBytes", () => new Iso18626Limits { MaxBytes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("MaxDepth", () => new Iso18626Limits { MaxDepth = 1_001 });
        Assert.Throws<ArgumentOutOfRangeException>("MaxRepeats", () => new Iso18626Limits { MaxRepeats = -1 });
    }
}
