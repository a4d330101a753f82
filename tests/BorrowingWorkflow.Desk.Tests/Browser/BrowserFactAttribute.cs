namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>A fact in a real Chromium: skipped with its reason where there is none, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.ReasonToSkip();
}
