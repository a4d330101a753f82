using BorrowingWorkflow.Testing.Anomalies;

namespace BorrowingWorkflow.Testing.Tests.Anomalies;

public sealed class DetectorConformanceTests : IClassFixture<DetectorConformanceTests.WhenDone>
{
    private static readonly DetectorSuite OfThePackage = DetectorSuite.OfThePackage();

    public static IEnumerable<object[]> Rows => OfThePackage.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task The_detectors_of_the_package_keep_the_contract(string name) => OfThePackage.RunAsync(name);

    public sealed class WhenDone : IDisposable
    {
        public void Dispose() => OfThePackage.Manifest.EnsureComplete();
    }
}
