using System.Globalization;
using System.Resources;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Texts;

/// <summary>The desk's words in one language. What a host calls its own checks and detectors stays as the host has it.</summary>
/// <param name="culture">The language, and how numbers and dates are written.</param>
internal sealed class DeskTexts(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new("BorrowingWorkflow.AspNetCore.Desk.Texts.Desk", typeof(DeskTexts).Assembly);

    /// <summary>The languages that the desk speaks, the first being what it falls back to.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es"];

    public CultureInfo Culture => culture;

    /// <summary>The language's two letters, one of <see cref="Languages"/>.</summary>
    public string Language { get; } =
        Languages.FirstOrDefault(known => IsIn(culture.Name, known)) ?? Languages[0];

    /// <summary>True for the culture's name of a language, with a country or without.</summary>
    public static bool IsIn(string name, string language) =>
        name.Equals(language, StringComparison.OrdinalIgnoreCase) || name.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with that name.</summary>
    public string this[string name] => Find(name) ?? name;

    /// <summary>The text with that name, with its places filled.</summary>
    public string this[string name, params ReadOnlySpan<object?> values] => string.Format(culture, this[name], values);

    /// <summary>"1 request", "3 requests": the text by the number, which is its place 0.</summary>
    public string Count(string name, int number) => this[number == 1 ? $"{name}.one" : $"{name}.many", number];

    /// <summary>A number without decimal places.</summary>
    public string Number(double number) => number.ToString("N0", culture);

    public string Status(BorrowingStatus status) => Find($"status.{status}") ?? status.Label();

    public string Meaning(BorrowingStatus status) => Find($"status.{status}.meaning") ?? status.Meaning();

    public string Phase(RequestPhase phase) => this[$"phase.{phase}"];

    public string Trigger(Trigger trigger) => this[$"trigger.{trigger}"];

    public string Actor(Actor actor) => this[$"actor.{actor}"];

    public string Verdict(Verdict verdict) => this[$"verdict.{verdict}"];

    public string Entry(EntryState state) => this[$"entry.{state}"];

    public string Trait(RequestTraits trait) => this[$"trait.{trait}"];

    public string Order(RequestOrder order) => this[$"order.{order}"];

    public string Cadence(CheckCadence cadence) => this[$"cadence.{cadence}"];

    public string Severity(AnomalySeverity severity) => this[$"severity.{severity}"];

    public string Title(CheckPolicy check) => (IsReadyMade(check) ? Find($"check.{check.Id}") : null) ?? check.Title;

    public string Advice(CheckPolicy check) => (IsReadyMade(check) ? Find($"check.{check.Id}.advice") : null) ?? check.Advice;

    public string Title(AnomalyRule rule) => Find($"anomaly.{rule.Id}") ?? rule.Title;

    public string Remedy(AnomalyRule rule) => Find($"anomaly.{rule.Id}.remedy") ?? rule.Remedy;

    /// <summary>A length of time in its largest whole unit: "3 days".</summary>
    public string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => this["age.now"],
        { TotalHours: < 1 } => Count("age.minutes", (int)age.TotalMinutes),
        { TotalDays: < 1 } => Count("age.hours", (int)age.TotalHours),
        { TotalDays: < 60 } => Count("age.days", (int)age.TotalDays),
        { TotalDays: < 730 } => Count("age.months", (int)(age.TotalDays / 30.4375)),
        _ => Count("age.years", (int)(age.TotalDays / 365.25)),
    };

    // A country's culture leads to its language's where the host has the cultures' data; a host that runs without them has the names alone.
    private CultureInfo Words => field ??= Language == Languages[0] ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(Language);

    private static bool IsReadyMade(CheckPolicy check) => CheckPresets.Find(check.Id) == check;

    private string? Find(string name) => Resources.GetString(name, Words);
}
