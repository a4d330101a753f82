using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626;

/// <summary>Reads messages of ISO 18626 as tolerantly as sense can be made of them. Thread-safe.</summary>
/// <remarks>
/// No content makes it throw: what is no message is a fault. Nothing outside of the message is ever looked up: no document type, no entity,
/// no schema. Memory and work are bounded by the limits.
/// </remarks>
public static class Iso18626Reader
{
    /// <summary>Reads a message to the end of a stream, which stays open.</summary>
    /// <param name="stream">The bytes, in any encoding that .NET knows without more: UTF-8, UTF-16, ISO-8859-1, US-ASCII.</param>
    /// <param name="limits">How large it may be; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait for bytes.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="IOException">The stream failed, or whatever else the stream throws.</exception>
    public static async Task<Iso18626ReadResult> ReadAsync(
        Stream stream, Iso18626Limits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= Iso18626Limits.Default;
        using var bytes = await MessageBytes.TakeAsync(stream, limits.MaxBytes, cancellationToken).ConfigureAwait(false);
        return MessageParser.Parse(bytes.Memory, bytes.IsCut, limits);
    }

    /// <summary>Reads a message that is in memory.</summary>
    /// <param name="message">The bytes; see <see cref="ReadAsync"/>.</param>
    /// <param name="limits">How large it may be; null for the defaults.</param>
    public static Iso18626ReadResult Read(ReadOnlyMemory<byte> message, Iso18626Limits? limits = null)
    {
        limits ??= Iso18626Limits.Default;
        var isCut = message.Length > limits.MaxBytes;
        return MessageParser.Parse(isCut ? message[..limits.MaxBytes] : message, isCut, limits);
    }
}
