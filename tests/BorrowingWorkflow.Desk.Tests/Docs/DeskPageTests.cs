using System.Reflection;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.AspNetCore.Diagnostics;

namespace BorrowingWorkflow.Desk.Tests.Docs;

/// <summary>docs/desk.md names what there is.</summary>
public class DeskPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Combine("docs", "desk.md"));

    [Fact]
    public void Every_log_message_is_on_the_page() => LogPage.AssertHasAll(Page, typeof(DeskLog), 1800, 1899);

    [Fact]
    public void Every_setting_and_policy_is_on_the_page()
    {
        Assert.All(typeof(DeskOptions).GetProperties(), property => Assert.Contains($"`{property.Name}`", Page, StringComparison.Ordinal));
        Assert.All(
            typeof(DeskPolicies).GetFields(BindingFlags.Static | BindingFlags.Public),
            field => Assert.Contains($"`DeskPolicies.{field.Name}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_picture_is_there()
    {
        var pictures = Page.Split("](desk/").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]).ToList();

        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(File.Exists(RepositoryRoot.Combine("docs", "desk", picture)), $"docs/desk/{picture} is not there; build/desk-pictures.sh makes it."));
    }
}
