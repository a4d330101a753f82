namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>A theory in a real Chromium: skipped with its reason where there is none, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.ReasonToSkip();
}
