using BorrowingWorkflow.AspNetCore.Desk.Insights;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>What became of the requests of a period, in pictures.</summary>
internal sealed class InsightsPage(InsightsBoard board, DeskRenderer renderer)
{
    // Longer than nearly any page takes, shorter than people wait for one without a word.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task ShowAsync(DeskCall desk)
    {
        // All libraries where the one asked for is not among those offered: figures of nothing would be computed and kept.
        var library = desk.Query("library") is { } asked ? desk.Libraries.FirstOrDefault(code => code == asked) : desk.Library;
        var choice = new InsightsChoice(InsightsPeriods.Parse(desk.Query("period")), library);
        var figures = await board.TryGetAsync(choice, Patience, desk.Aborted);
        if (figures is null)
        {
            desk.Context.Response.Headers["Refresh"] = "3";
        }

        await renderer.WriteAsync(desk, desk.T["nav.insights"], "insights", InsightsView.Of(desk, new(choice, figures)));
    }
}
