using System.Text.Json;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Storage;

public class MomentTests
{
    [Theory]
    [InlineData("2026-10-24T01:13:36.324Z", "2026-10-24T01:13:36.3240000+00:00")]
    [InlineData("2026-10-24T01:13:36.324-07:00", "2026-10-24T01:13:36.3240000-07:00")]
    public void A_moment_with_its_offset_is_read(string text, string means)
    {
        var data = BorrowingRequestJson.DeserializeData(JsonDocument.Parse($$"""{"dueDate":"{{text}}"}""").RootElement);

        Assert.Equal(means, data.DueDate!.Value.ToString("O"));
    }

    [Theory]
    [InlineData("2026-10-24T01:13:36.324")]
    [InlineData("2026-10-24")]
    [InlineData("soon")]
    public void A_moment_without_its_offset_is_an_error_and_not_the_time_of_this_machine(string text) =>
        Assert.Throws<JsonException>(() => BorrowingRequestJson.DeserializeData(JsonDocument.Parse($$"""{"dueDate":"{{text}}"}""").RootElement));
}
