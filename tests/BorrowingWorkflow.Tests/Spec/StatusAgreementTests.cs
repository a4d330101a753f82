using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Spec;

public class StatusAgreementTests
{
    [Fact]
    public void Statuses_are_the_specifications_in_its_order()
    {
        var wanted = SpecTable.Read("statuses.tsv").Rows
            .Select(row => $"{row["status"]}|{row["alma_code"]}|{row["label"]}|{row["phase"]}|{row["final"]}|{row["meaning"]}");

        Assert.Equal(wanted, BorrowingStatusExtensions.All
            .Select(status => $"{status}|{status.AlmaCode()}|{status.Label()}|{status.Phase()}|{(status.IsFinal() ? "yes" : "no")}|{status.Meaning()}"));
    }
}
