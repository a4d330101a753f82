using System.Globalization;
using System.Net.Sockets;
using System.Text;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>Answers of a server, good and bad.</summary>
internal static class Answers
{
    public static Task<bool> Ok(RawRequest request, Stream stream) => SendAsync(stream, 200, Confirmation(request));

    public static Func<RawRequest, Stream, Task<bool>> Error(ErrorType type, string? value = null) =>
        (request, stream) => SendAsync(stream, 200, Confirmation(request, new ErrorData { ErrorType = type, ErrorValue = value }));

    public static Func<RawRequest, Stream, Task<bool>> Status(int code, string headers = "") =>
        (_, stream) => SendAsync(stream, code, "no confirmation"u8.ToArray(), headers);

    /// <summary>The whole answer as bytes.</summary>
    public static Func<RawRequest, Stream, Task<bool>> Raw(Func<RawRequest, byte[]> bytes) => async (request, stream) =>
    {
        await stream.WriteAsync(bytes(request));
        return false;
    };

    /// <summary>A body with status 200.</summary>
    public static Func<RawRequest, Stream, Task<bool>> Body(Func<RawRequest, byte[]> body) => (request, stream) => SendAsync(stream, 200, body(request));

    public static Func<RawRequest, Stream, Task<bool>> Text(string body) => Body(_ => Encoding.UTF8.GetBytes(body));

    /// <summary>A confirmation that differs in its header.</summary>
    public static Func<RawRequest, Stream, Task<bool>> Confirming(Func<ConfirmationHeader, ConfirmationHeader> change) =>
        Body(request => Confirmation(request, change: change));

    public static Task<bool> Close(RawRequest request, Stream stream) => Task.FromResult(false);

    /// <summary>Ends the connection by a reset when the first byte has come: before that, nothing was sent, and that is certain.</summary>
    public static bool Reset(Socket socket)
    {
        socket.Receive(new byte[1]);
        socket.LingerState = new(true, 0);
        return false;
    }

    public static byte[] Confirmation(RawRequest request, ErrorData? error = null, Func<ConfirmationHeader, ConfirmationHeader>? change = null)
    {
        var header = new ConfirmationHeader
        {
            SupplyingAgencyId = request.Header.SupplyingAgencyId,
            RequestingAgencyId = request.Header.RequestingAgencyId,
            Timestamp = request.Header.Timestamp,
            TimestampReceived = new DateTimeOffset(2026, 9, 7, 9, 0, 1, TimeSpan.Zero),
            RequestingAgencyRequestId = request.Header.RequestingAgencyRequestId,
            MessageStatus = error is null ? MessageStatus.Ok : MessageStatus.Error,
        };
        header = change?.Invoke(header) ?? header;
        ValueList<ErrorData> errors = error is null ? [] : [error];
        MessageBody body = request.Message.Body is RequestingAgencyMessage message
            ? new RequestingAgencyMessageConfirmation { ConfirmationHeader = header, Action = message.Action, ErrorData = errors }
            : new RequestConfirmation { ConfirmationHeader = header, ErrorData = errors };
        return Iso18626Writer.Write(new(request.Message.Version, body));
    }

    public static string Head(int code, int length, string headers = "") => string.Create(
        CultureInfo.InvariantCulture, $"HTTP/1.1 {code} Word\r\nContent-Type: application/xml\r\nContent-Length: {length}\r\n{headers}\r\n");

    public static async Task<bool> SendAsync(Stream stream, int code, byte[] body, string headers = "")
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Head(code, body.Length, headers)));
        await stream.WriteAsync(body);
        return true;
    }
}
