namespace BorrowingWorkflow.Iso18626;

/// <summary>A message can't be written, because its version does not allow it. Names the element and quotes no value.</summary>
public sealed class InvalidMessageException : ArgumentException
{
    internal InvalidMessageException(string path, string problem)
        : base($"{path} {problem}", "message")
    {
        Path = path;
        Problem = problem;
    }

    /// <summary>The element by the names of its version, such as <c>/supplyingAgencyMessage/statusInfo/status</c>.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it, as the rest of a sentence that begins with the element.</summary>
    public string Problem { get; }
}
