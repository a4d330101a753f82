using System.Globalization;
using BorrowingWorkflow.Checks.Reports;
using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Anomalies;

/// <summary>Lengths, moments and counts as evidence writes them.</summary>
internal static class Words
{
    public static string Length(TimeSpan length) => Ages.InWords(length);

    public static string Moment(DateTimeOffset moment) => Written.Minute(moment);

    public static string Count(int count, string one, string several) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");

    /// <summary>"Shipped physically for 9 days, since 2026-10-01 09:00 UTC."</summary>
    public static string InStatus(AnomalySubject subject) =>
        $"{subject.Summary.Status.Label()} for {Length(subject.Age)}, since {Moment(subject.Summary.EnteredAt)}.";

    /// <summary>The active partner, or what stands for it.</summary>
    public static string Partner(AnomalySubject subject) => subject.Summary.Partner is { } partner ? $"Partner {partner}" : "The partner";
}
