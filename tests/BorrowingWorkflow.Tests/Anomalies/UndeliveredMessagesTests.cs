using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class UndeliveredMessagesTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(EffectKind.SendCancel, "The cancellation")]
    [InlineData(EffectKind.TellPartner, "The cancellation")]
    [InlineData(EffectKind.SendReceived, "The receipt")]
    [InlineData(EffectKind.SendReturned, "The return")]
    [InlineData(EffectKind.SendRenew, "The renewal")]
    [InlineData(EffectKind.SendLost, "The report of the loss")]
    [InlineData(EffectKind.SendConditionAnswer, "The answer to the condition")]
    [InlineData(EffectKind.SendNote, "A note")]
    public async Task The_evidence_names_what_the_partner_was_to_be_told(EffectKind kind, string message) =>
        Assert.Equal(
            $"{message} to the partner has waited since 2026-11-22 09:00 UTC, 1 attempt.",
            await new AnomalyDesk().WithPending("R1", kind, null, 2 * Day, attempts: 1).EvidenceAsync("message-undelivered"));

    [Fact]
    public async Task Of_several_messages_the_oldest_is_told_and_the_others_are_counted_once_they_are_late_too()
    {
        var desk = new AnomalyDesk()
            .WithPending("R1", EffectKind.SendReceived, null, 2 * Day)
            .WithPending("R1", EffectKind.SendRenew, null, 4 * Day, attempts: 9)
            .WithPending("R1", EffectKind.SendReturned, null, 3 * Day)
            .WithPending("R1", EffectKind.SendNote, null, Day)
            .WithPending("R1", EffectKind.NotifyPatron, "Renewed", 3 * Day);
        Assert.Equal(
            "The renewal to the partner has waited since 2026-11-20 09:00 UTC, 9 attempts; 2 more with it.", await desk.EvidenceAsync("message-undelivered"));
    }
}
