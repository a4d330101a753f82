using System.Globalization;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Iso18626;

/// <summary>What the options must be.</summary>
internal sealed class OptionRules : IValidateOptions<Iso18626Options>
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan HalfSecond = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, Iso18626Options options)
    {
        string[] faults = [.. Faults(options).OfType<string>()];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string?> Faults(Iso18626Options o)
    {
        foreach (var (library, agency) in o.Libraries)
        {
            yield return agency is null || agency.AgencyIdType.Value.Length == 0 || agency.AgencyIdValue.Length == 0
                ? $"Iso18626Options.Libraries[{library}] is no agency id; give it a type and a value, such as ISIL and US-CSUN."
                : null;
        }

        yield return o.Limits is null ? "Iso18626Options.Limits is null; allowed are limits, such as Iso18626Limits.Default." : null;
        yield return Length(nameof(o.ConnectTimeout), o.ConnectTimeout, Moment, Hour);
        yield return Number(nameof(o.Retries), o.Retries, 0, 10);
        yield return Length(nameof(o.RetryDelay), o.RetryDelay, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        yield return Number(nameof(o.CircuitFailureRatio), o.CircuitFailureRatio, 0.01, 1);
        yield return Number(nameof(o.CircuitThroughput), o.CircuitThroughput, 2, 10_000);
        yield return Length(nameof(o.CircuitWindow), o.CircuitWindow, HalfSecond, Day);
        yield return Length(nameof(o.CircuitBreak), o.CircuitBreak, HalfSecond, Day);
        yield return Length(nameof(o.LongestRetryAfter), o.LongestRetryAfter, TimeSpan.Zero, Day);
    }

    private static string? Length(string name, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value >= least && value <= most ? null : Fault(name, $"{value:c}", $"{least:c}", $"{most:c}");

    private static string? Number(string name, double value, double least, double most) =>
        value >= least && value <= most ? null : Fault(name, Text(value), Text(least), Text(most));

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Fault(string name, string value, string least, string most) =>
        $"Iso18626Options.{name} is {value}; allowed is {least} to {most}.";
}
