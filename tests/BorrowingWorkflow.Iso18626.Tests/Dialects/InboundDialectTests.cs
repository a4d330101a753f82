using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using static BorrowingWorkflow.Iso18626.Tests.Receiving.FromSupplier;

namespace BorrowingWorkflow.Iso18626.Tests.Dialects;

/// <summary>What dialects put right of what comes in.</summary>
public class InboundDialectTests
{
    [Fact]
    public void The_standard_changes_nothing()
    {
        var message = Notes("#seq:3# Hello", SupplyStatus.RequestReceived);

        Assert.Same(message, Dialect.Standard.PutRight(message));
    }

    [Fact]
    public void Alma_joins_barcodes_by_commas()
    {
        var message = Says(SupplyStatus.Loaned) with { DeliveryInfo = new() { ItemId = ["31822, 31823,31824", "31825"] } };

        Assert.Equal(["31822", "31823", "31824", "31825"], Dialect.Alma.PutRight(message).DeliveryInfo!.ItemId);
    }

    [Fact]
    public void Alma_names_a_duplicate_in_the_note()
    {
        Assert.Equal("Duplicate", Dialect.Alma.PutRight(Says(SupplyStatus.Unfilled, note: "DUPLICATE 123")).MessageInfo.ReasonUnfilled?.Value);
        Assert.Equal("NotOnShelf", Dialect.Alma.PutRight(Says(SupplyStatus.Unfilled, note: "DUPLICATE").BecauseOf("NotOnShelf")).MessageInfo.ReasonUnfilled?.Value);
        Assert.Null(Dialect.Alma.PutRight(Notes("DUPLICATE 123")).MessageInfo.ReasonUnfilled);
    }

    [Fact]
    public void Almas_notifications_without_a_status_stay_as_they_are()
    {
        var message = Notes("Hello");

        Assert.Equal(message, Dialect.Alma.PutRight(message));
    }

    [Fact]
    public void ReShares_notifications_have_a_status_that_means_nothing()
    {
        Assert.True(Dialect.ReShare.PutRight(Notes("Hello", SupplyStatus.RequestReceived)).StatusInfo.Status.IsEmpty);
        Assert.Equal(SupplyStatus.Unfilled, Dialect.ReShare.PutRight(Notes("No", SupplyStatus.Unfilled)).StatusInfo.Status);
        Assert.Equal(SupplyStatus.RequestReceived, Dialect.ReShare.PutRight(Says(SupplyStatus.RequestReceived)).StatusInfo.Status);
    }

    [Theory]
    [InlineData("#seq:12# Hello", "Hello")]
    [InlineData("Hello#seq:0##lastseq:-1#", "Hello")]
    [InlineData("#seq:7#", null)]
    [InlineData("Volume #2 is missing", "Volume #2 is missing")]
    [InlineData("#ReShareSupplierAwaitingConditionConfirmation#", "Conditions are pending: please accept or decline them.")]
    [InlineData(null, null)]
    public void Marks_for_machines_are_taken_off_notes(string? note, string? words)
    {
        Assert.Equal(words, Dialect.ReShare.PutRight(Notes(note)).MessageInfo.Note);
        Assert.Equal(words, Dialect.CrossLink.PutRight(Notes(note)).MessageInfo.Note);
    }

    [Fact]
    public void CrossLinks_return_address_stays_readable() =>
        Assert.Equal(
            "Handle with care\nReturn to:\nILL office\n1 Main St",
            Dialect.CrossLink.PutRight(Says(SupplyStatus.Loaned, note: "Handle with care\n#RETURN_TO#\nILL office\n1 Main St\n#RT_END#\n")).MessageInfo.Note);
}
