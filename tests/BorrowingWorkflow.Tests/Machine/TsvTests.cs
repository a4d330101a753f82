using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Machine;

public class TsvTests
{
    private static readonly string[] Lines = BorrowingMachine.ToTsv().TrimEnd('\n').Split('\n');

    [Fact]
    public void The_header_names_the_columns() => Assert.Equal("status\ttrigger\tverdict\tto\tclause", Lines[0]);

    [Theory]
    [InlineData("(none)\tSubmit\tApplied\tLocateInProcess\tIN-1")]
    [InlineData("(none)\tImport\tApplied\tthe imported status\tIN-8")]
    [InlineData("Created\tAddNote\tApplied\tCreated\tME-4")]
    [InlineData("WaitingForCancelResponse\tPartnerRefusedCancel\tApplied\t^\tCA-13")]
    [InlineData("WaitingForCancelResponse\tPartnerWillSupply\tApplied\tWaitingForCancelResponse\tCA-17")]
    [InlineData("ReadyToBeSent\tPartnerWillSupply\tApplied\tWillSupply\tSE-6")]
    [InlineData("ReadyToBeSent\tPartnerWillSupply\tApplied\tRequestSentToPartner\tSE-6")]
    [InlineData("Created\tSubmit\tRefused\tCreated\t")]
    [InlineData("Created\tPartnerShipped\tOutOfSequence\tCreated\t")]
    [InlineData("Deleted\tSent\tOutOfSequence\tDeleted\t")]
    [InlineData("Deleted\tAddNote\tRefused\tDeleted\t")]
    public void A_pair_has_its_row(string line) => Assert.Contains(line, Lines);

    [Fact]
    public void Every_pair_has_a_row_and_no_row_stands_twice()
    {
        Assert.Equal(Lines.Length, Lines.Distinct().Count());
        Assert.All(BorrowingStatusExtensions.All, status =>
            Assert.Equal(Enum.GetNames<Trigger>(), Lines.Where(line => line.StartsWith($"{status}\t", StringComparison.Ordinal)).Select(line => line.Split('\t')[1]).Distinct()));
    }

    [Fact]
    public void A_pair_without_a_clause_has_one_row() =>
        Assert.All(
            Lines.Skip(1).Select(line => line.Split('\t')).GroupBy(cells => (cells[0], cells[1])).Where(pair => pair.Any(cells => cells[4].Length == 0)),
            pair => Assert.Single(pair));

    [Fact]
    public async Task The_whole_matrix() => await Verifier.Verify(BorrowingMachine.ToTsv());
}
