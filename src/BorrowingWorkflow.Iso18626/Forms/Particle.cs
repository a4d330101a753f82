namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>A part of an element in one version: its name there, and how often it stands.</summary>
internal readonly record struct Particle(string Name, int Min, int Max);
