namespace BorrowingWorkflow.Cli;

/// <summary>What the tool ends with.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The tool itself failed, or was stopped.</summary>
    public const int Failed = 1;

    /// <summary>Something that it was given is wrong; what was not wrong was carried out.</summary>
    public const int BadInput = 2;
}
