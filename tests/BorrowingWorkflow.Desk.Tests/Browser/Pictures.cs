using Microsoft.Playwright;

namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>The pictures of the docs, which build/desk-pictures.sh has the tests make.</summary>
internal static class Pictures
{
    /// <summary>The environment variable that names the folder; where it is not set, no picture is taken.</summary>
    public const string Variable = "DESK_PICTURES";

    private const int MostHeight = 1100;

    /// <summary>Takes a picture of the page from its top: all of it, or the height that still looks well in a document.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The picture's name, without its ending.</param>
    public static Task TakeAsync(IPage page, string name) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? TakeAsync(page, name, folder) : Task.CompletedTask;

    /// <summary>Takes it into a folder.</summary>
    public static async Task TakeAsync(IPage page, string name, string folder)
    {
        var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(folder, name + ".png"),
            FullPage = true,
            Clip = new() { Width = page.ViewportSize!.Width, Height = Math.Min(height, MostHeight) },
            Animations = ScreenshotAnimations.Disabled,
        });
    }
}
