using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class InputCheckTests
{
    private static readonly WorkflowInput Sound = new() { Request = "R1", Trigger = Trigger.Send, By = Actor.Staff, MessageId = "m" };
    private static readonly WorkflowInput Rejection = Sound with { Trigger = Trigger.PartnerRejected, Partner = "CSUN" };
    private static readonly WorkflowInput Import =
        Sound with { Trigger = Trigger.Import, By = Actor.System, Data = new() { Status = BorrowingStatus.RequestSentToPartner } };

    public static TheoryData<string> Faults => [.. Faulty.Keys];

    public static TheoryData<string> CreationFaults => [.. FaultyCreation.Keys];

    private static Dictionary<string, (WorkflowInput Input, string Says)> Faulty { get; } = new()
    {
        ["no request"] = (Sound with { Request = default }, "An input names its request."),
        ["no trigger"] = (Sound with { Trigger = (Trigger)250 }, "Trigger and actor are members of their enumerations."),
        ["no second trigger"] = (Sound with { AndThen = (Trigger)250 }, "Trigger and actor are members of their enumerations."),
        ["no actor"] = (Sound with { By = (Actor)9 }, "Trigger and actor are members of their enumerations."),
        ["an empty message id"] = (Sound with { MessageId = "" }, "A message id has 1 to 400 characters."),
        ["a missing message id"] = (Sound with { MessageId = null! }, "A message id has 1 to 400 characters."),
        ["a long message id"] = (Sound with { MessageId = new('m', 401) }, "A message id has 1 to 400 characters."),
        ["a partner without a name"] = (Sound with { By = Actor.Partner }, "Send by Partner names the partner."),
        ["a partner with an empty name"] = (Rejection with { Partner = "" }, "PartnerRejected by Staff names the partner."),
        ["staff for a partner"] = (Rejection with { Partner = null }, "PartnerRejected by Staff names the partner."),
        ["staff for a partner, afterwards"] = (Sound with { AndThen = Trigger.PartnerRejected }, "Send by Staff names the partner."),
        ["something after a creation"] = (Sound with { Trigger = Trigger.Submit, AndThen = Trigger.Send }, "What makes a request comes alone."),
        ["a creation after something"] = (Sound with { AndThen = Trigger.Submit }, "What makes a request comes alone."),
        ["no revision"] = (Sound with { IfRevision = 0 }, "A revision is at least 1."),
        ["null among the partners"] = (Sound with { Data = new() { Partners = ["CSUN", null!] } }, "A list of partners, reasons or volumes holds no null."),
        ["null among the reasons"] = (Sound with { Data = new() { Why = [null!] } }, "A list of partners, reasons or volumes holds no null."),
        ["null among the volumes"] = (Sound with { Data = new() { Volumes = [null!] } }, "A list of partners, reasons or volumes holds no null."),
        ["null in the order"] = (Sound with { Data = new() { Order = [null!] } }, "A list of partners, reasons or volumes holds no null."),
    };

    private static Dictionary<string, (WorkflowInput Input, string Says)> FaultyCreation { get; } = new()
    {
        ["an import without a status"] = (Import with { Data = new() }, "An import names the status that the request has: any but Deleted."),
        ["an import of no status"] = (Of(BorrowingStatus.None), "An import names the status that the request has: any but Deleted."),
        ["an import of what is deleted"] = (Of(BorrowingStatus.Deleted), "An import names the status that the request has: any but Deleted."),
        ["an import of an unknown status"] = (Of((BorrowingStatus)250), "An import names the status that the request has: any but Deleted."),
        ["an import from the far future"] =
            (Import with { Data = Import.Data with { EnteredAt = LatestEntry.AddTicks(1) } }, "An import's status was entered before the year 9000."),
        ["an import by staff"] = (Import with { By = Actor.Staff }, "Import is for the system."),
        ["a submission by the system"] = (Sound with { Trigger = Trigger.Submit, By = Actor.System }, "Submit is for patron and staff."),
        ["a draft by a patron"] = (Sound with { Trigger = Trigger.SaveDraft, By = Actor.Patron }, "SaveDraft is for staff."),
    };

    private static DateTimeOffset LatestEntry => new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1);

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_malformed_input_is_told_what_is_wrong(string fault)
    {
        var (input, says) = Faulty[fault];
        Assert.Equal(says, InputCheck.Fault(input));
        var thrown = Assert.Throws<ArgumentException>(() => InputCheck.Ensure(input));
        Assert.Equal("input", thrown.ParamName);
        Assert.StartsWith(says, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CreationFaults))]
    public void What_cannot_make_a_request_is_told_why(string fault) => Assert.Equal(FaultyCreation[fault].Says, InputCheck.CreationFault(FaultyCreation[fault].Input));

    [Fact]
    public void What_is_at_the_limit_is_sound()
    {
        Assert.All(
            [
                Sound,
                Sound with { MessageId = new('m', 400), IfRevision = 1, AndThen = Trigger.AddNote },
                Sound with { Data = new() { Partners = ["CSUN"], Why = [], Volumes = ["v1"], Order = ["CSUN"] } },
                Rejection,
                Rejection with { By = Actor.Partner },
                Sound with { AndThen = Trigger.PartnerRejected, Partner = "CSUN" },
                Sound with { Trigger = Trigger.Submit },
            ],
            input => Assert.Null(InputCheck.Fault(input)));
        Assert.All(
            [
                Import,
                Import with { Data = Import.Data with { EnteredAt = LatestEntry } },
                Sound with { Trigger = Trigger.Submit, By = Actor.Patron },
                Sound with { Trigger = Trigger.Submit },
                Sound with { Trigger = Trigger.SaveDraft },
            ],
            input => Assert.Null(InputCheck.CreationFault(input)));
    }

    private static WorkflowInput Of(BorrowingStatus status) => Import with { Data = new() { Status = status } };
}
