using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Cli.Replay;

/// <summary>Writes the verdict on one event.</summary>
internal static class VerdictLine
{
    public static string Of(string messageId, TransitionResult result) => Json.Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", messageId);
        json.WriteString("request", result.Request.Value);
        json.WriteString("verdict", result.Verdict.ToString());
        json.WriteString("status", result.Status.ToString());
        json.WriteNumber("version", result.Version);
        switch (result.Verdict)
        {
            case Verdict.Applied:
                json.WriteString("clause", result.Clause);
                break;
            case Verdict.Duplicate:
                json.WriteString("first", result.First?.ToString());
                break;
            case Verdict.Refused:
                json.WriteString("reason", result.Reason);
                json.WriteStartArray("permitted");
                foreach (var trigger in result.Permitted)
                {
                    json.WriteStringValue(trigger.ToString());
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    });
}
