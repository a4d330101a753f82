using System.CommandLine;

namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>Makes options whose value a function reads.</summary>
internal static class ReadOption
{
    /// <summary>An option; without a value where the call does not give it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is, with its default.</param>
    /// <param name="helpName">What the help writes for the value.</param>
    /// <param name="read">Reads the value; gives null where it can't.</param>
    /// <param name="problem">What is wrong then, after the name and the text.</param>
    public static Option<T> Of<T>(string name, string description, string helpName, Func<string, T> read, string problem) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            var value = read(result.Tokens[0].Value);
            if (value is null)
            {
                result.AddError($"{name} {result.Tokens[0].Value} {problem}");
            }

            return value;
        },
    };
}
