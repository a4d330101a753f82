using BorrowingWorkflow.Cli.Terminal;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>Puts the log on standard error, a line an entry.</summary>
internal sealed class TerminalLog(Desk desk) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Line(desk);

    public void Dispose()
    {
    }

    private sealed class Line(Desk desk) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "HostedServiceStartupFaulted")
            {
                // The start throws it too, and the tool says it in a sentence.
                return;
            }

            var text = $"{Word(logLevel)} {eventId.Id}: {formatter(state, exception)}";
            desk.Say(Columns.Printable(exception is null ? text : $"{text} ({exception.GetType().Name}: {exception.Message})"));
        }

        private static string Word(LogLevel level) => level switch
        {
            LogLevel.Critical or LogLevel.Error => "error",
            LogLevel.Warning => "warning",
            _ => "info",
        };
    }
}
