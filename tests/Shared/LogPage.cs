using System.Reflection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Tests.Shared;

/// <summary>Compares the log messages of a class with a page of the docs.</summary>
internal static class LogPage
{
    /// <summary>Fails where there is no message, where an id is there twice or out of its range, or where the page lacks it with its level.</summary>
    public static void AssertHasAll(string page, Type log, int first, int last)
    {
        var messages = log.GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .ToList();

        Assert.NotEmpty(messages);
        Assert.All(messages, message => Assert.InRange(message.EventId, first, last));
        Assert.Distinct(messages.Select(message => message.EventId));
        Assert.All(messages, message => Assert.Contains($"| {message.EventId} | {message.Level} |", page, StringComparison.Ordinal));
    }
}
