using System.Text;
using BorrowingWorkflow.Iso18626.Tests.Schema;
using CsCheck;

namespace BorrowingWorkflow.Iso18626.Tests;

public sealed class RandomMessageTests
{
    private const int Times = 4_000;

    [Fact]
    public void What_is_written_is_read_back_as_the_same_message() => Gen.UInt.Sample(
        number =>
        {
            var read = Iso18626Reader.Read(RandomMessages.Make(number));
            Assert.True(read.IsMessage && read.Deviations.Count == 0, $"{read}: {string.Join(", ", read.Deviations)}");
            Assert.Equal(RandomMessages.VersionOf(number), read.Message.Version);
            var again = Iso18626Reader.Read(Iso18626Writer.Write(read.Message));
            Assert.Empty(again.Deviations);
            Assert.Equal(read.Message, again.Message);
        },
        iter: Times, print: Print);

    [SharedFact(Xsd.Folder)]
    public void What_is_written_is_valid_by_the_schema_of_its_version() => Gen.UInt.Sample(
        number =>
        {
            var random = RandomMessages.Make(number);
            Xsd.AssertValid(random, RandomMessages.VersionOf(number));
            Xsd.AssertValid(Iso18626Writer.Write(Iso18626Reader.Read(random).Message!), RandomMessages.VersionOf(number));
        },
        iter: Times, print: Print);

    private static string Print(uint number) => $"{number}: {Encoding.UTF8.GetString(RandomMessages.Make(number))}";
}
