using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>A row of the transition table: from which statuses a trigger leads where, who may fire it, on what condition, and what it does.</summary>
/// <remarks>Immutable and safe for use by any number of threads. Source: transitions.tsv of the specification, clause by clause.</remarks>
public sealed class Transition
{
    internal Transition(
        string clause, StatusSet from, TriggerSet triggers, Actors actors, Guard when, Target to, IReadOnlyList<Step> steps, ClauseSource source)
    {
        Clause = clause;
        From = from;
        Triggers = triggers;
        Actors = actors;
        When = when;
        To = to;
        Steps = steps;
        Source = source;
    }

    /// <summary>The clause's permanent id, e.g. <c>SE-2</c>.</summary>
    public string Clause { get; }

    /// <summary>The statuses that the clause applies in; <see cref="BorrowingStatus.None"/> alone where it makes a request.</summary>
    public StatusSet From { get; }

    /// <summary>The triggers that fire it.</summary>
    public TriggerSet Triggers { get; }

    /// <summary>Who may fire it.</summary>
    public Actors Actors { get; }

    /// <summary>The condition in the specification's words; empty where there is none.</summary>
    public string Guard => When.ToString();

    /// <summary>Where it leads, as the tables write it: a status, <c>=</c>, <c>^</c> or "as …".</summary>
    public string Target => To.Kind switch
    {
        TargetKind.Stay => "=",
        TargetKind.Memory => "^",
        TargetKind.Imported => "the imported status",
        TargetKind.AsFrom => $"as from {To.Status}",
        TargetKind.AsOn => $"as on {To.Trigger}",
        _ => To.Status.ToString(),
    };

    /// <summary>What it does, in the specification's words; empty where it does nothing.</summary>
    public string Effects => string.Join(", ", Steps.Select(step => step.Text).Where(text => text.Length > 0));

    /// <summary>Where the clause comes from.</summary>
    public ClauseSource Source { get; }

    internal Guard When { get; }

    internal Target To { get; }

    internal IReadOnlyList<Step> Steps { get; }

    /// <summary>The clause and its words.</summary>
    public override string ToString() => $"{Clause}: {From} --{Triggers}--> {Target}";
}
