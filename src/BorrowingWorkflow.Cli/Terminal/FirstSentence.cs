namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>What an exception says to people.</summary>
internal static class FirstSentence
{
    /// <summary>The first sentence, without its full stop; what follows it names a parameter of the code.</summary>
    public static string Of(ArgumentException error) => error.Message.Split(" (Parameter")[0].TrimEnd('.');
}
