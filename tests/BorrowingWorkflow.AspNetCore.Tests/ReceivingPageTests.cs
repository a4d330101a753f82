using System.Reflection;
using BorrowingWorkflow.AspNetCore.Authentication;
using BorrowingWorkflow.AspNetCore.Diagnostics;

namespace BorrowingWorkflow.AspNetCore.Tests;

/// <summary>docs/iso18626.md names what there is.</summary>
public class ReceivingPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Combine("docs", "iso18626.md"));

    [Fact]
    public void Every_log_message_is_on_the_page() => LogPage.AssertHasAll(Page, typeof(Log), 1650, 1659);

    [Fact]
    public void Every_setting_is_on_the_page()
    {
        var properties = typeof(Iso18626AuthenticationOptions).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);

        Assert.All(properties, property => Assert.Contains($"`{property.Name}`", Page, StringComparison.Ordinal));
        Assert.All(typeof(PeerSecret).GetProperties(), property => Assert.Contains($"`{property.Name}`", Page, StringComparison.Ordinal));
    }
}
