using System.Text;
using BorrowingWorkflow.Iso18626.Fuzz;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Reading;

public sealed class StreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task A_stream_gives_the_same_message_in_pieces_of_any_size(int piece)
    {
        foreach (var (name, bytes) in SampleMessages.Valid)
        {
            await using var stream = new PieceStream(bytes, piece);
            var read = await Iso18626Reader.ReadAsync(stream);
            Assert.True(read.IsMessage, $"{name}: {read}");
            Assert.Equal(Iso18626Reader.Read(bytes).Message, read.Message);
            Assert.True(stream.CanRead);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(40_000)]
    public async Task No_more_is_taken_from_a_stream_than_the_limit_and_a_byte(int over)
    {
        await using var stream = new PieceStream(new byte[60_000 + over], 1_000);
        var read = await Iso18626Reader.ReadAsync(stream, new() { MaxBytes = 60_000 });
        Assert.Equal(over == 0 ? Iso18626FaultKind.NotWellFormed : Iso18626FaultKind.TooLarge, read.Fault?.Kind);
        Assert.Equal(Math.Min(60_000 + over, 60_001), stream.Taken);
    }

    [Fact]
    public async Task A_large_message_that_is_within_the_limit_is_read_whole()
    {
        var note = new string('n', 90_000);
        var bytes = Encoding.UTF8.GetBytes(MessageText.Note(note));
        await using var stream = new PieceStream(bytes, 3_000);
        var read = await Iso18626Reader.ReadAsync(stream);
        Assert.Equal(note, ((RequestingAgencyMessage)read.Message!.Body).Note);
    }

    [Fact]
    public async Task A_stream_that_fails_fails_the_call()
    {
        await using var stream = new PieceStream(SampleMessages.Valid["1.2-request-loan"], 100) { FailAfter = 300 };
        await Assert.ThrowsAsync<IOException>(() => Iso18626Reader.ReadAsync(stream));
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await using var stream = new PieceStream(SampleMessages.Valid["1.2-request-loan"], 100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Iso18626Reader.ReadAsync(stream, cancellationToken: cancel.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Iso18626Writer.WriteAsync(
            Stream.Null, Iso18626Reader.Read(SampleMessages.Valid["1.2-request-loan"]).Message!, cancel.Token));
    }

    [Fact]
    public async Task A_message_goes_to_a_stream_as_the_same_bytes_and_a_bad_one_as_none()
    {
        var message = Iso18626Reader.Read(SampleMessages.Valid["1.2-request-loan"]).Message!;
        await using var stream = new MemoryStream();
        await Iso18626Writer.WriteAsync(stream, message);
        Assert.Equal(Iso18626Writer.Write(message), stream.ToArray());

        await using var untouched = new MemoryStream();
        await Assert.ThrowsAsync<InvalidMessageException>(() => Iso18626Writer.WriteAsync(untouched, message with { Version = Iso18626Version.V2021_2, Body = new Request() }));
        Assert.Equal(0, untouched.Length);
    }

    /// <summary>Gives its bytes in pieces, as a network does.</summary>
    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes, writable: false)
    {
        public int FailAfter { get; init; } = int.MaxValue;

        public int Taken { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            if (Taken >= FailAfter)
            {
                throw new IOException("The line is broken.");
            }

            var read = Read(buffer.Span[..Math.Min(piece, buffer.Length)]);
            Taken += read;
            return read;
        }
    }
}
