using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Ports;

public class InMemoryMessagingTests
{
    [Fact]
    public async Task Notices_and_alerts_are_kept_once_each()
    {
        var notifier = new InMemoryPatronNotifier();
        var arrived = new Effect("E-1", "R-1", EffectKind.NotifyPatron) { Detail = "Arrived" };

        await notifier.NotifyPatronAsync(arrived, new());
        await notifier.NotifyPatronAsync(arrived, new());
        await notifier.AlertStaffAsync(new("E-2", "R-1", EffectKind.AlertStaff) { Detail = "CannotSend" }, new());

        Assert.Equal([arrived], notifier.Notices);
        Assert.Equal("AlertStaff(CannotSend)", Assert.Single(notifier.Alerts).Name);
    }

    [Fact]
    public async Task By_default_every_message_arrives_and_a_partner_knows_what_was_sent_to_it()
    {
        var transport = new InMemoryPartnerTransport();

        Assert.Equal(Delivery.NotDelivered, await transport.AskAsync(Send("E-1", EffectKind.AskPartner)));
        Assert.Equal(Delivery.Delivered, await transport.SendRequestAsync(Send("E-2", EffectKind.SendRequest)));
        Assert.Equal(Delivery.Delivered, await transport.SendMessageAsync(Send("E-3", EffectKind.SendCancel)));
        Assert.Equal(Delivery.Delivered, await transport.AskAsync(Send("E-4", EffectKind.AskPartner)));
        Assert.Equal(Delivery.NotDelivered, await transport.AskAsync(Send("E-5", EffectKind.AskPartner, "CSULB")));
        Assert.Equal(["E-1", "E-2", "E-3", "E-4", "E-5"], transport.Sent.Select(effect => effect.Id));
    }

    [Fact]
    public async Task A_send_that_was_asked_about_before_it_went_out_still_goes_out()
    {
        var transport = new InMemoryPartnerTransport();
        var send = Send("E-1", EffectKind.SendRequest);

        Assert.Equal(Delivery.NotDelivered, await transport.AskAsync(send));
        Assert.Empty(transport.Sent);
        Assert.Equal(Delivery.Delivered, await transport.SendRequestAsync(send));
        Assert.Equal(Delivery.Delivered, await transport.AskAsync(send));
        Assert.Equal(["E-1"], transport.Sent.Select(effect => effect.Id));
    }

    [Fact]
    public async Task The_same_effect_again_is_sent_once_and_gets_the_first_answer_again()
    {
        var answers = new Queue<Delivery>([Delivery.NotDelivered, Delivery.Delivered]);
        var transport = new InMemoryPartnerTransport(_ => answers.Dequeue());

        Assert.Equal(Delivery.NotDelivered, await transport.SendRequestAsync(Send("E-1", EffectKind.SendRequest)));
        Assert.Equal(Delivery.NotDelivered, await transport.SendRequestAsync(Send("E-1", EffectKind.SendRequest)));
        Assert.Equal(Delivery.Delivered, await transport.SendRequestAsync(Send("E-2", EffectKind.RetrySend)));
        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task An_answer_may_be_set_for_everything()
    {
        var transport = new InMemoryPartnerTransport(Delivery.Unknown);

        Assert.Equal(Delivery.Unknown, await transport.SendRequestAsync(Send("E-1", EffectKind.SendRequest)));
        Assert.Equal(Delivery.Unknown, await transport.AskAsync(Send("E-2", EffectKind.AskPartner)));
    }

    [Fact]
    public async Task A_send_whose_function_throws_was_not_made()
    {
        var fails = true;
        var transport = new InMemoryPartnerTransport(_ => fails ? throw new TimeoutException() : Delivery.Delivered);

        await Assert.ThrowsAsync<TimeoutException>(async () => await transport.SendMessageAsync(Send("E-1", EffectKind.SendCancel)));
        fails = false;

        Assert.Equal(Delivery.Delivered, await transport.SendMessageAsync(Send("E-1", EffectKind.SendCancel)));
        Assert.Single(transport.Sent);
    }

    private static PartnerSend Send(string id, EffectKind kind, string partner = "CSUN") =>
        new(new(id, "R-1", kind) { Partner = partner }, new BorrowingRequest { Id = "R-1" }, new(partner));
}
