using System.Text;
using BorrowingWorkflow.Checks.Reports;

namespace BorrowingWorkflow.Tests.Checks.Reports;

public sealed class ReportCsvTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData(null, "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a\rb", "\"a\rb\"")]
    [InlineData("=1+1", "\"=1+1\"")]
    [InlineData("+1", "\"+1\"")]
    [InlineData("-1", "\"-1\"")]
    [InlineData("@a", "\"@a\"")]
    [InlineData("\ta", "\"\ta\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("a ", "\"a \"")]
    public void A_field_is_quoted_where_a_reader_would_change_it(string? field, string written)
    {
        var text = new StringBuilder();
        ReportCsv.AppendLine(text, "first", field, "last");
        Assert.Equal($"first,{written},last\n", text.ToString());
    }
}
