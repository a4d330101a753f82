using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Testing.Checks;

namespace BorrowingWorkflow.Testing.Tests.Checks;

public sealed class CheckPolicyConformanceTests : IClassFixture<CheckPolicyConformanceTests.WhenDone>
{
    private static readonly CheckPolicySuite Extended = new(CheckPresets.Extended);

    public static IEnumerable<object[]> Rows => Extended.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task The_checks_of_both_presets_keep_the_contract(string name) => Extended.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose() => Extended.Manifest.EnsureComplete();
    }
}
