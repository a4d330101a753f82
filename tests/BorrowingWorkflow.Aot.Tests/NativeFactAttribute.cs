namespace BorrowingWorkflow.Aot.Tests;

/// <summary>A fact about a native program: skipped with its reason where none can be linked, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = NativeLinker.ReasonToSkip();
}
