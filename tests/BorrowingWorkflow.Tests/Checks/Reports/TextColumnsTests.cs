using System.Text;
using BorrowingWorkflow.Checks.Reports;

namespace BorrowingWorkflow.Tests.Checks.Reports;

public sealed class TextColumnsTests
{
    [Fact]
    public void Columns_line_up_on_the_left_or_on_the_right_and_lines_end_without_spaces() =>
        Assert.Equal("    a       7\n    bcd  1000  end\n", Written(new TextColumns(4, 1), ["a", "7", ""], ["bcd", "1000", "end"]));

    [Fact]
    public void Nothing_is_written_without_rows() => Assert.Equal("", Written(new TextColumns(4)));

    [Fact]
    public void A_row_without_text_is_an_empty_line()
    {
        Assert.Equal("\n", Written(new TextColumns(4), ["", ""]));
        Assert.Equal("    a\n\n", Written(new TextColumns(4), ["a"], [""]));
    }

    private static string Written(TextColumns columns, params string[][] rows)
    {
        foreach (var row in rows)
        {
            columns.Add(row);
        }

        var text = new StringBuilder();
        columns.AppendTo(text);
        return text.ToString();
    }
}
