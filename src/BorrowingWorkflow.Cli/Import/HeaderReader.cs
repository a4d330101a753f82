namespace BorrowingWorkflow.Cli.Import;

/// <summary>A text whose first line can be looked at before it is read.</summary>
/// <param name="text">The text; it is disposed of with the reader.</param>
internal sealed class HeaderReader(TextReader text) : TextReader
{
    private readonly string _header = FirstLine(text);
    private int _at;

    /// <summary>How often the character is in the first line, outside quotations.</summary>
    public int CountInHeader(char character)
    {
        var count = 0;
        var isQuoted = false;
        foreach (var c in _header)
        {
            isQuoted ^= c == '"';
            count += !isQuoted && c == character ? 1 : 0;
        }

        return count;
    }

    public override int Peek() => _at < _header.Length ? _header[_at] : text.Peek();

    public override int Read() => _at < _header.Length ? _header[_at++] : text.Read();

    public override int Read(char[] buffer, int index, int count)
    {
        if (_at >= _header.Length)
        {
            return text.Read(buffer, index, count);
        }

        var length = Math.Min(count, _header.Length - _at);
        _header.CopyTo(_at, buffer, index, length);
        _at += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    private static string FirstLine(TextReader text)
    {
        var line = new System.Text.StringBuilder();
        while (line.Length < 1 << 16 && text.Read() is >= 0 and var c)
        {
            line.Append((char)c);
            if (c == '\n')
            {
                break;
            }
        }

        return line.ToString();
    }
}
