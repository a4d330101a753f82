using System.Text;
using Spectre.Console;

namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>Where a call of the tool writes to, and the time there.</summary>
/// <param name="output">Standard output: what was asked for, byte by byte.</param>
/// <param name="error">Standard error: everything else.</param>
internal sealed class Desk(Stream output, TextWriter error) : IAsyncDisposable
{
    private readonly Lock _gate = new();

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    public Stream Output { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>True where standard output is a terminal that wants colours.</summary>
    public bool Colours { get; init; }

    /// <summary>True where standard error is a terminal: progress is shown.</summary>
    public bool ShowsProgress { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The folder that the demonstration's file is put in.</summary>
    public string Folder { get; init; } = "";

    public static Desk OfProcess() => new(new BufferedStream(Console.OpenStandardOutput(), 1 << 16), Console.Error)
    {
        Colours = WantsColours(!Console.IsOutputRedirected, Environment.GetEnvironmentVariable),
        ShowsProgress = !Console.IsErrorRedirected,
    };

    /// <summary>No colours where the output goes elsewhere, where NO_COLOR says anything, or where the terminal is a dumb one.</summary>
    public static bool WantsColours(bool isTerminal, Func<string, string?> environment) =>
        isTerminal && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb";

    /// <summary>Says something on standard error.</summary>
    public void Say(string sentence)
    {
        lock (_gate)
        {
            Error.WriteLine(sentence);
        }
    }

    /// <summary>Writes a line to standard output at once, for commands that go on; several threads may.</summary>
    public void WriteLine(string line)
    {
        lock (_gate)
        {
            Output.Write(Utf8.GetBytes(line + "\n"));
            Output.Flush();
        }
    }

    /// <summary>Writes a text to standard output as it is.</summary>
    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await Output.WriteAsync(Utf8.GetBytes(text), cancellationToken);
        await Output.FlushAsync(cancellationToken);
    }

    /// <summary>Writes text for people: as it is, or with its headings picked out where the terminal wants colours.</summary>
    public async Task WriteForPeopleAsync(string text, CancellationToken cancellationToken)
    {
        if (!Colours)
        {
            await WriteAsync(text, cancellationToken);
            return;
        }

        using var painted = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(painted),
        });
        console.Profile.Width = int.MaxValue / 2;
        Paint.Write(console, text);
        await WriteAsync(painted.ToString(), cancellationToken);
    }

    public async ValueTask DisposeAsync() => await Output.DisposeAsync();
}
