using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Testing.Checks;

namespace BorrowingWorkflow.Testing.Tests.Checks;

public class CheckPolicyConformanceTests
{
    private static readonly CheckPolicySuite Extended = new(CheckPresets.Extended);

    public static IEnumerable<object[]> Rows => Extended.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task The_checks_of_both_presets_keep_the_contract(string name) => Extended.RunAsync(name);
}
