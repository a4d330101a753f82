namespace BorrowingWorkflow.Tests.Shared;

/// <summary>A theory that reads the shared folder: it runs where the named file or folder is, and is skipped with its reason elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string relativePath)
    {
        RelativePath = relativePath;
        Skip = SharedFolder.ReasonToSkip(relativePath);
    }

    public string RelativePath { get; }
}
