using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Samples.Transport;

#region docs:letter
/// <summary>What goes to a partner. The id tells a repetition: of a message that repeats another it is the other's, and so is the date.</summary>
public sealed record Letter(string Id, string Request, string From, string Says, DateTimeOffset At)
{
    public string? Text { get; init; }

    public DateTimeOffset? DueDate { get; init; }

    /// <summary>What is asked for; null in every letter but the request itself. Who it is for stays here.</summary>
    public Citation? Wanted { get; init; }

    public static Letter Of(PartnerSend send)
    {
        var effect = send.Effect;
        return new(effect.RepeatOf ?? effect.Id, effect.Request.Value, send.Request.Library, effect.Name, effect.At)
        {
            Text = effect.Text,
            DueDate = effect.DueDate,
            Wanted = effect.IsSend ? send.Request.Citation : null,
        };
    }
}
#endregion
