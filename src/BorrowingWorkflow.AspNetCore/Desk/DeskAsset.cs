namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>A file that pages refer to. Its name changes with its content, so that it may be kept for ever.</summary>
internal sealed record DeskAsset(string Name, string ContentType, byte[] Content);
