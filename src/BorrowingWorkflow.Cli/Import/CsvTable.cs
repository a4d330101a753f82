using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>The rows of a file of separated values, one after the other: the only way in which the tool reads such files.</summary>
/// <remarks>
/// The encoding is UTF-8, or UTF-16 where a byte order mark or the zero bytes of its first characters say so. The delimiter is whichever of
/// comma, semicolon and tab the header has most of.
/// </remarks>
internal sealed class CsvTable : IDisposable
{
    private const int LongestCell = 1 << 20;
    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly CsvReader _reader;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private bool _hasEnded;

    private CsvTable(CsvReader reader)
    {
        _reader = reader;
        Delimiter = reader.Parser.Delimiter;
        if (!reader.Read())
        {
            return;
        }

        Header = reader.Parser.Record ?? [];
        for (var index = 0; index < Header.Count; index++)
        {
            _columns.TryAdd(Plain(Header[index]), index);
        }
    }

    /// <summary>The names of the columns as the file has them; none where the file is empty.</summary>
    public IReadOnlyList<string> Header { get; } = [];

    /// <summary>What stands between the cells.</summary>
    public string Delimiter { get; }

    /// <summary>The line that the present row begins on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The cells of the present row, without white space at their ends.</summary>
    public IReadOnlyList<string> Cells { get; private set; } = [];

    /// <summary>True where a quotation of the present row goes on to the end of the file or is broken.</summary>
    public bool IsBroken { get; private set; }

    /// <exception cref="BadInputException">The file can't be read.</exception>
    public static CsvTable Open(string path, string what)
    {
        try
        {
            var stream = new FileStream(path, new FileStreamOptions { BufferSize = 1 << 16, Options = FileOptions.SequentialScan });
            return Of(new StreamReader(stream, EncodingOf(stream), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"The {what} file {path} can't be read: {error.Message}");
        }
    }

    /// <summary>Reads a text; the table disposes of the reader.</summary>
    public static CsvTable Of(TextReader text)
    {
        var ahead = new HeaderReader(text);
        return new(new(ahead, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiters.MaxBy(ahead.CountInHeader).ToString(),
            HasHeaderRecord = false,
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = true,
            MaxFieldSize = LongestCell,
            BadDataFound = null,
            Mode = CsvMode.RFC4180,
        }));
    }

    /// <summary>A column's name as names are compared: without case, spaces, underscores and the like.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Where the column is; null where the file has none of that name.</summary>
    public int? Find(string name) => _columns.TryGetValue(Plain(name), out var index) ? index : null;

    /// <summary>Goes on to the next row; false at the end.</summary>
    public bool Next()
    {
        if (_hasEnded)
        {
            return false;
        }

        var before = _reader.Parser.RawRow;
        try
        {
            if (!_reader.Read())
            {
                return false;
            }

            Cells = _reader.Parser.Record ?? [];
            var raw = _reader.Parser.RawRecord;
            IsBroken = raw.AsSpan().Count('"') % 2 != 0;
            var within = raw.AsSpan().TrimEnd("\r\n").Count('\n');
            // In a quotation that is never closed, the last line break is one within the row as well.
            Line = _reader.Parser.RawRow - (IsBroken && within > 0 ? raw.AsSpan().Count('\n') : within);
        }
        catch (MaxFieldSizeException)
        {
            // Where the next row begins can't be told any more.
            (Cells, IsBroken, Line, _hasEnded) = ([], true, before + 1, true);
        }

        return true;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Analytics exports may be UTF-16 without saying so; a header begins with plain letters, whose other byte is zero.</summary>
    private static Encoding EncodingOf(FileStream stream)
    {
        if (!stream.CanSeek)
        {
            // What is read from a pipe can't be read again; a byte order mark still tells.
            return Encoding.UTF8;
        }

        Span<byte> first = stackalloc byte[2];
        var read = stream.ReadAtLeast(first, 2, throwOnEndOfStream: false);
        stream.Seek(0, SeekOrigin.Begin);
        return read == 2 && first[1] == 0 && first[0] != 0 ? Encoding.Unicode
            : read == 2 && first[0] == 0 && first[1] != 0 ? Encoding.BigEndianUnicode
            : Encoding.UTF8;
    }
}
