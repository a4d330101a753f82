namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

/// <summary>A message whose sender hangs up as soon as it was read to its end.</summary>
internal sealed class LastWords(byte[] bytes, CancellationTokenSource gone) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        if (read == 0)
        {
            await gone.CancelAsync();
        }

        return read;
    }
}
