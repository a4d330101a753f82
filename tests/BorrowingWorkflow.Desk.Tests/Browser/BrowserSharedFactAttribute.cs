namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>A fact in a real Chromium that reads the shared folder: skipped with its reason where either is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserSharedFactAttribute : FactAttribute
{
    public BrowserSharedFactAttribute(string relativePath)
    {
        RelativePath = relativePath;
        Skip = SharedFolder.ReasonToSkip(relativePath) ?? Chromium.ReasonToSkip();
    }

    public string RelativePath { get; }
}
