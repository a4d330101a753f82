using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626;

/// <summary>Writes messages of ISO 18626 that are valid by the schema of their version. Thread-safe.</summary>
/// <remarks>
/// UTF-8 without a byte order mark. Characters that XML does not have are replaced by U+FFFD in titles, names, notes and other free text, and
/// refused in ids and codes. <see cref="Iso18626Message.Extensions"/> are not written.
/// </remarks>
public static class Iso18626Writer
{
    /// <summary>Writes a message as bytes.</summary>
    /// <exception cref="InvalidMessageException">The version does not allow it: a part is missing, empty, too many, or not of this version.</exception>
    public static byte[] Write(Iso18626Message message)
    {
        using var bytes = MessageWriter.Write(message);
        return bytes.ToArray();
    }

    /// <summary>Writes a message to a stream, which stays open and is not flushed.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the writing, perhaps in the midst of the message.</param>
    /// <exception cref="InvalidMessageException">The version does not allow it. Not a byte has been written then.</exception>
    /// <exception cref="OperationCanceledException">The writing was cancelled.</exception>
    public static async Task WriteAsync(Stream stream, Iso18626Message message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = MessageWriter.Write(message);
        await stream.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken).ConfigureAwait(false);
    }
}
