using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace BorrowingWorkflow.Cli.Replay;

/// <summary>The lines of a file as bytes, blank ones left out, each with its number from 1 and where it ends.</summary>
internal static class Lines
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static async IAsyncEnumerable<(int Number, byte[] Line, long End)> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new(bufferSize: 1 << 16));
        var number = 0;
        var end = 0L;
        while (true)
        {
            // A read from a pipe can't be called off, only left behind.
            var read = await reader.ReadAsync(CancellationToken.None).AsTask().WaitAsync(cancellationToken);
            var rest = read.Buffer;
            while (Next(ref rest, read.IsCompleted) is { } line)
            {
                number++;
                end += line.Length + 1;
                var bytes = Bytes(line, isFirst: number == 1);
                if (bytes.AsSpan().Trim(" \t\r"u8).Length > 0)
                {
                    yield return (number, bytes, end);
                }
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                await reader.CompleteAsync();
                yield break;
            }
        }
    }

    private static ReadOnlySequence<byte>? Next(ref ReadOnlySequence<byte> rest, bool isLast)
    {
        if (rest.PositionOf((byte)'\n') is { } at)
        {
            var line = rest.Slice(0, at);
            rest = rest.Slice(rest.GetPosition(1, at));
            return line;
        }

        if (!isLast || rest.IsEmpty)
        {
            return null;
        }

        var last = rest;
        rest = rest.Slice(rest.End);
        return last;
    }

    private static byte[] Bytes(in ReadOnlySequence<byte> line, bool isFirst)
    {
        var bytes = line.ToArray();
        return isFirst && bytes.AsSpan().StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
    }
}
