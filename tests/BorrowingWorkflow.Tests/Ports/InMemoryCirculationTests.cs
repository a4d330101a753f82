using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Ports;

public class InMemoryCirculationTests
{
    private static readonly RequestId Request = new("R-1");

    private readonly InMemoryCirculation _circulation = new();
    private int _number;

    [Fact]
    public async Task An_item_goes_from_awaited_to_the_shelf_on_loan_back_and_away()
    {
        Assert.Null(_circulation.ItemOf(Request));
        Assert.Equal(ProcessType.ResourceSharingRequest, await After(EffectKind.CreateTemporaryItem));
        Assert.Equal(ProcessType.Transit, await After(EffectKind.TransitToPickup));
        Assert.Equal(ProcessType.HoldShelf, await After(EffectKind.PlaceOnHoldShelf));
        _circulation.Set(Request, ProcessType.Loan);
        Assert.Equal(ProcessType.Loan, await After(EffectKind.ExtendLoan));
        Assert.Equal(ProcessType.Other, await After(EffectKind.DischargeLoan));
        Assert.Equal(ProcessType.Transit, await After(EffectKind.TransitToResourceSharingLibrary));
        Assert.Null(await After(EffectKind.DeleteTemporaryItem));
        Assert.Equal(ProcessType.Transit, await After(EffectKind.RestoreTemporaryItem));
        Assert.Equal(ProcessType.Loan, await After(EffectKind.RestoreLoan));
    }

    [Fact]
    public async Task A_cancelled_hold_takes_the_item_off_the_shelf_and_leaves_an_awaited_one()
    {
        await After(EffectKind.CreateTemporaryItem);
        Assert.Equal(ProcessType.ResourceSharingRequest, await After(EffectKind.CancelHold));
        await After(EffectKind.PlaceOnHoldShelf);
        Assert.Equal(ProcessType.Other, await After(EffectKind.CancelHold));
    }

    [Theory]
    [InlineData(EffectKind.PlaceOnHoldShelf)]
    [InlineData(EffectKind.DeleteTemporaryItem)]
    [InlineData(EffectKind.DischargeLoan)]
    [InlineData(EffectKind.RouteItemBack)]
    [InlineData(EffectKind.DeliverFile)]
    public async Task Where_no_item_stands_none_appears(EffectKind kind) => Assert.Null(await After(kind));

    [Fact]
    public async Task The_same_effect_again_changes_nothing()
    {
        var create = new Effect("E-1", Request, EffectKind.CreateTemporaryItem);
        await _circulation.ApplyAsync(create, new());
        await After(EffectKind.DeleteTemporaryItem);

        await _circulation.ApplyAsync(create, new());

        Assert.Null(_circulation.ItemOf(Request));
        Assert.Equal(2, _circulation.Applied.Count);
    }

    [Fact]
    public async Task Texts_go_with_the_patron_s_data()
    {
        await _circulation.ApplyAsync(new("E-1", Request, EffectKind.DeliverFile) { Text = "https://files/1" }, new());
        await _circulation.ApplyAsync(new("E-2", "R-2", EffectKind.DeliverFile) { Text = "https://files/2" }, new());

        await After(EffectKind.ErasePatronData);

        Assert.Equal([null, "https://files/2", null], _circulation.Applied.Select(effect => effect.Text));
    }

    [Fact]
    public async Task The_item_detectors_find_its_items_and_leave_out_requests_without_one()
    {
        await After(EffectKind.CreateTemporaryItem);

        var items = await _circulation.FindAsync([Request, "R-2"]);

        Assert.Equal([ProcessType.ResourceSharingRequest], items[Request]);
        Assert.Single(items);
    }

    [Fact]
    public async Task A_request_may_have_several_items_in_an_export()
    {
        var source = new InMemoryItemSource(("R-1", ProcessType.Transit), ("R-2", ProcessType.Loan), ("R-1", ProcessType.Loan));

        var items = await source.FindAsync([Request, Request, "R-3"]);

        Assert.Equal([ProcessType.Transit, ProcessType.Loan], items[Request]);
        Assert.Single(items);
    }

    private async Task<ProcessType?> After(EffectKind kind)
    {
        await _circulation.ApplyAsync(new($"R-1:{++_number}", Request, kind), new());
        return _circulation.ItemOf(Request);
    }
}
