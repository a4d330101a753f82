using System.Text;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Receiving;

namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

public class ContentHashTests
{
    private const string Plain = "<m xmlns=\"u\" v=\"1\" w=\"2\"><a>x &amp; y</a><b/></m>";

    [Fact]
    public void It_is_permanent_since_stores_keep_it() => Assert.Equal("afbc633a77ad0802d0beccc31138c90d", Of(Plain));

    [Theory]
    [InlineData("<n:m xmlns:n=\"u\" w=\"2\" v=\"1\"><n:a>x &amp; y</n:a><n:b></n:b></n:m>")]
    [InlineData("<?xml version=\"1.0\"?>\n<m xmlns='u' v='1' w='2'>\n  <!-- a comment -->\n  <a><![CDATA[x & y]]></a>\n  <b />\n</m>\n")]
    [InlineData("<m xmlns=\"u\" v=\"1\" w=\"2\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"u v\"><a>x &#38; y</a><b/></m>")]
    public void It_is_the_same_however_the_same_is_written(string xml) => Assert.Equal(Of(Plain), Of(xml));

    [Fact]
    public void It_is_the_same_in_another_encoding() =>
        Assert.Equal(Of(Plain), ContentHash.Of(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Plain)).ToArray(), Iso18626Limits.Default));

    [Theory]
    [InlineData("<m xmlns=\"u\" v=\"1\" w=\"2\"><a>x &amp; y</a></m>")]
    [InlineData("<m xmlns=\"u\" v=\"1\" w=\"2\"><a>x &amp; z</a><b/></m>")]
    [InlineData("<m xmlns=\"u\" v=\"1\" w=\"3\"><a>x &amp; y</a><b/></m>")]
    [InlineData("<m xmlns=\"u\" v=\"1\" w=\"2\"><b/><a>x &amp; y</a></m>")]
    [InlineData("<m xmlns=\"u\" v=\"1\" w=\"2\"><a>x &amp; y<b/></a></m>")]
    public void It_is_another_where_something_else_is_said(string xml) => Assert.NotEqual(Of(Plain), Of(xml));

    [Fact]
    public void A_message_id_is_the_timestamp_with_the_hash_and_never_too_long()
    {
        Assert.True(MessageTime.TryParse("2026-09-07T09:00:00." + new string('1', 300) + "Z", out var time));

        Assert.Equal("2026-09-07T09:00:00Z/abc", MessageIds.Of(new() { Timestamp = FromSupplier.Now }, "abc"));
        Assert.Equal("/abc", MessageIds.Of(new(), "abc"));
        Assert.InRange(MessageIds.OfSystem(MessageIds.Of(new() { Timestamp = time }, new string('0', 32))).Length, 1, 400);
    }

    private static string Of(string xml) => ContentHash.Of(Encoding.UTF8.GetBytes(xml), Iso18626Limits.Default);
}
