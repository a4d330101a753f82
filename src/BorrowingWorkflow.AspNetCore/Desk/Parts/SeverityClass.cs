using BorrowingWorkflow.Anomalies;

namespace BorrowingWorkflow.AspNetCore.Desk.Parts;

/// <summary>How a severity looks.</summary>
internal static class SeverityClass
{
    public static string Of(AnomalySeverity severity) => severity switch
    {
        AnomalySeverity.Error => "bad",
        AnomalySeverity.Warning => "warn",
        _ => "info",
    };
}
