namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>Names the tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<BrowserRoom>
{
    public const string Name = "In the browser";
}
