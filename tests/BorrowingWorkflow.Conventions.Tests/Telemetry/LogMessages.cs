using System.Reflection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Conventions.Tests.Telemetry;

/// <summary>A message that a package writes to the log.</summary>
internal sealed record LogMessage(string Package, int Id, LogLevel Level, string Text);

/// <summary>Every message that the packages write to the log.</summary>
internal static class LogMessages
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static IReadOnlyList<LogMessage> All { get; } =
    [
        .. from assembly in Packages.All
           from type in assembly.GetTypes()
           from method in type.GetMethods(Any)
           let message = method.GetCustomAttribute<LoggerMessageAttribute>()
           where message is not null
           orderby message.EventId
           select new LogMessage(assembly.GetName().Name!, message.EventId, message.Level, message.Message),
    ];
}
