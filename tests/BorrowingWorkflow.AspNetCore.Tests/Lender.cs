using System.Text;
using BorrowingWorkflow.Iso18626;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.AspNetCore.Tests;

/// <summary>What lenders write, and what they read of the answers.</summary>
internal static class Lender
{
    public static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    public static SupplyingAgencyMessage Ships(string partner = "CSUN", string? note = null, DateTimeOffset? at = null) => new()
    {
        Header = new()
        {
            SupplyingAgencyId = new("ISIL", $"US-{partner}"),
            RequestingAgencyId = new("ISIL", "US-SDSU"),
            Timestamp = at ?? Now,
            RequestingAgencyRequestId = "R-1",
        },
        MessageInfo = new() { ReasonForMessage = ReasonForMessage.StatusChange, Note = note },
        StatusInfo = new() { Status = SupplyStatus.Loaned, LastChange = Now },
    };

    public static byte[] Bytes(MessageBody body) => Iso18626Writer.Write(new(Iso18626Version.V1_2, body));

    public static HttpContent Xml(MessageBody body, string type = "application/xml") => Xml(Bytes(body), type);

    public static HttpContent Xml(string text) => Xml(Encoding.UTF8.GetBytes(text));

    public static HttpContent Xml(byte[] bytes, string type = "application/xml")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>OK, or the type of the error.</summary>
    public static async Task<string> ConfirmationAsync(this HttpResponseMessage response)
    {
        Assert.Equal("application/xml", response.Content.Headers.ContentType?.MediaType);
        var read = Iso18626Reader.Read(await response.Content.ReadAsByteArrayAsync());
        var body = Assert.IsType<SupplyingAgencyMessageConfirmation>(read.Message?.Body);
        return body.ConfirmationHeader.MessageStatus == MessageStatus.Ok ? "OK" : Assert.Single(body.ErrorData).ErrorType.Code;
    }
}
