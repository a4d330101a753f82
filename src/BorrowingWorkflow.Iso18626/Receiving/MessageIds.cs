using System.Globalization;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>What makes a message the same message: the header's timestamp with a hash of the content.</summary>
internal static class MessageIds
{
    // A peer's clock may write fractions of any length; the hash covers them.
    private const int LongestTimestamp = 64;

    private const string Outcome = "iso18626/";

    /// <summary>The id of a message.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="hash">The hash of its content, in hexadecimal digits.</param>
    public static string Of(MessageHeader header, string hash)
    {
        var text = header.Timestamp?.Text ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"{(text.Length <= LongestTimestamp ? text : text[..LongestTimestamp])}/{hash}");
    }

    /// <summary>The id under which the outcome of a send is told that a message lets conclude.</summary>
    /// <param name="messageId">The message's id.</param>
    public static string OfSystem(string messageId) => Outcome + messageId;
}
