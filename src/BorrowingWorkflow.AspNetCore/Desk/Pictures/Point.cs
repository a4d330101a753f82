namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>A point of a picture, in its own units: to the right and down.</summary>
internal readonly record struct Point(double X, double Y);
