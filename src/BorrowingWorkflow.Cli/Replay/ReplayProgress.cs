using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli.Replay;

/// <summary>One line on a terminal that says how much of a file is done, once that takes longer than a moment.</summary>
internal sealed class ReplayProgress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TextWriter? _terminal;
    private readonly TimeProvider _time;
    private readonly long _length;
    private readonly long _start;
    private int _shown = -1;

    public ReplayProgress(Desk desk, long length)
    {
        _time = desk.Clock;
        _start = _time.GetTimestamp();
        _length = length;
        _terminal = desk.ShowsProgress && length > 0 ? desk.Error : null;
    }

    public void Show(long done)
    {
        var percent = _length == 0 ? 0 : (int)Math.Min(100, 100 * done / _length);
        if (_terminal is null || percent == _shown || _time.GetElapsedTime(_start) < Patience)
        {
            return;
        }

        _shown = percent;
        _terminal.Write($"\r{percent,3} %");
    }

    /// <summary>Clears the line, so that something else can be said.</summary>
    public void Interrupt()
    {
        if (_shown >= 0)
        {
            _terminal!.Write("\r     \r");
            _shown = -1;
        }
    }

    public void Dispose() => Interrupt();
}
