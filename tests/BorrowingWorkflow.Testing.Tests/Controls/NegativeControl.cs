namespace BorrowingWorkflow.Testing.Tests.Controls;

/// <summary>A part that is broken on purpose, and the case that has to find it.</summary>
/// <param name="Case">The id of the case.</param>
/// <param name="Broken">What is broken, as the docs say it: "It forgets the verdict".</param>
/// <param name="Says">What the failure has to say, so that it fails for this reason and no other.</param>
/// <param name="Suite">The suite on the broken part.</param>
internal sealed record NegativeControl(string Case, string Broken, string Says, Func<ConformanceSuite> Suite)
{
    /// <summary>The case's id, as a test's name shows it.</summary>
    public override string ToString() => Case;
}
