using System.Buffers;

namespace BorrowingWorkflow.Iso18626.Xml;

/// <summary>The bytes of a message, in a rented buffer that never grows past the limit and a byte.</summary>
internal sealed class MessageBytes : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private readonly int _most;
    private byte[] _buffer;
    private int _length;

    private MessageBytes(int most)
    {
        _most = most;
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(FirstSize, most + 1L));
    }

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Math.Min(_length, _most));

    /// <summary>True where there is more than the limit.</summary>
    public bool IsCut => _length > _most;

    public static async Task<MessageBytes> TakeAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var bytes = new MessageBytes(most);
        try
        {
            await bytes.FillAsync(stream, cancellationToken).ConfigureAwait(false);
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        // Patron data does not stay behind in the pool.
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    // One byte past the limit tells that there is more.
    private async Task FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (!IsCut)
        {
            if (_length == _buffer.Length)
            {
                Grow();
            }

            var room = (int)Math.Min(_buffer.Length, _most + 1L) - _length;
            var read = await stream.ReadAsync(_buffer.AsMemory(_length, room), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return;
            }

            _length += read;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, _most + 1L));
        _buffer.CopyTo(larger.AsSpan());
        _buffer.AsSpan().Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
