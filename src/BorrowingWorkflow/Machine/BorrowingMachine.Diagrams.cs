using BorrowingWorkflow.Machine.Diagrams;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <content>The table, drawn and written out. Lines end with a line feed on every system.</content>
public static partial class BorrowingMachine
{
    /// <summary>
    /// The machine as a Mermaid flowchart: a box a phase, an arrow for each pair of statuses that a trigger leads from and to,
    /// an arrow from the box where it leads from all of a phase. What keeps the status (messages, notes, edits) is left out.
    /// </summary>
    /// <param name="travelled">The statuses that a request went through, in order, to be drawn as a numbered way; null where none is to be drawn.</param>
    public static string ToMermaid(IEnumerable<BorrowingStatus>? travelled = null) =>
        MermaidWriter.Write(Diagram.Of(TransitionTable.Default), Way.Of(travelled));

    /// <summary>The same picture as <see cref="ToMermaid"/> in Graphviz's language.</summary>
    /// <param name="travelled">The statuses that a request went through, in order, to be drawn as a numbered way; null where none is to be drawn.</param>
    public static string ToDot(IEnumerable<BorrowingStatus>? travelled = null) =>
        DotWriter.Write(Diagram.Of(TransitionTable.Default), Way.Of(travelled));

    /// <summary>The clauses in words, as Markdown tables: one for each part of a request's life.</summary>
    public static string ToMarkdown() => MarkdownWriter.Write(TransitionTable.Default);

    /// <summary>
    /// Every status with every trigger as tab-separated text with the columns status, trigger, verdict, to and clause:
    /// a row for each outcome that a clause can have, and one row with the verdict where no clause applies.
    /// <c>^</c> stands for a remembered status, <c>(none)</c> for a request that is not there yet.
    /// </summary>
    public static string ToTsv() => TsvWriter.Write(TransitionTable.Default);
}
