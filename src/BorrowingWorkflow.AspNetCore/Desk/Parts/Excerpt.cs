using System.Globalization;

namespace BorrowingWorkflow.AspNetCore.Desk.Parts;

/// <summary>The beginning of a text, where a list or a line has no place for all of it: a page stays light whatever somebody wrote.</summary>
internal static class Excerpt
{
    private const int InList = 200;

    /// <summary>The text, at most so long, cut between characters as readers count them.</summary>
    public static string Of(string text, int most = InList)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        while (end < most && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= most)
        {
            end = next;
        }

        return text[..end] + "…";
    }
}
