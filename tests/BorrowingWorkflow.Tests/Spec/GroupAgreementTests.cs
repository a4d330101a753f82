using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Tests.Spec;

public class GroupAgreementTests
{
    [Fact]
    public void Groups_are_the_specifications()
    {
        Assert.Equal(SpecWords.Statuses("@AtPartner"), StatusGroups.AtPartner);
        Assert.Equal(SpecWords.Statuses("@OnLoan"), StatusGroups.OnLoan);
        Assert.Equal(SpecWords.Statuses("@Trouble"), StatusGroups.Trouble);
        Assert.Equal(SpecWords.Statuses("@PostShip"), StatusGroups.PostShip);
        Assert.Equal(SpecWords.Statuses("@Final"), StatusGroups.Final);
        Assert.Equal(SpecWords.Statuses("every status that is not final"), StatusGroups.NotFinal);
        Assert.Equal(SpecWords.Statuses("any"), StatusGroups.Any);
        Assert.Equal(SpecWords.Triggers("any @PartnerAnswer trigger"), StatusGroups.PartnerAnswers);
    }
}
