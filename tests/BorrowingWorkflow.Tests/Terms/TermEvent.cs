using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Terms;

/// <summary>A line of a term's events. The benchmarks read it too.</summary>
internal static class TermEvent
{
    /// <summary>The line as an input.</summary>
    public static WorkflowInput Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var item = json.RootElement;
        return new()
        {
            Request = item.GetProperty("request").GetString()!,
            Trigger = Enum.Parse<Trigger>(item.GetProperty("do").GetString()!),
            By = Enum.Parse<Actor>(item.GetProperty("by").GetString()!, ignoreCase: true),
            MessageId = item.GetProperty("id").GetString()!,
            Partner = item.TryGetProperty("partner", out var partner) ? partner.GetString() : null,
            At = item.GetProperty("at").GetDateTimeOffset(),
            Data = item.TryGetProperty("data", out var data) ? BorrowingRequestJson.DeserializeData(data) : new(),
        };
    }
}
