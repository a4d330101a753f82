using BorrowingWorkflow.AspNetCore.Desk.Pages;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public class CsvLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("«año»; 1", "«año»; 1")]
    public void A_field_is_quoted_where_it_has_to_be(string? field, string written) => Assert.Equal($"{written}\r\n", CsvLine.Of(field));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"x\")", "\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"")]
    [InlineData("1=1", "1=1")]
    public void What_begins_like_a_formula_is_text(string field, string written) => Assert.Equal($"{written}\r\n", CsvLine.Of(field));

    [Fact]
    public void Fields_stand_in_their_order_and_empty_ones_keep_their_place() => Assert.Equal("a,,\"b,c\",\r\n", CsvLine.Of("a", null, "b,c", ""));
}
