using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Replay;
using BorrowingWorkflow.Cli.Serving;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>What the commands share that fire a trigger in a database whose effects a serving tool carries out.</summary>
internal static class LiveCommands
{
    public static Option<string?> Partners() => new("--partners")
    {
        Description = "The partners file that the serving tool has, so that both know the same partners.",
        HelpName = "FILE.json",
    };

    public static Option<string?> MessageId() => new("--id")
    {
        Description = "The message id; the same id again changes nothing. Without it, a new one.",
        HelpName = "ID",
    };

    public static RequestId Request(string name) => RequestId.TryParse(name, out var request)
        ? request
        : throw new BadInputException($"{Columns.Printable(name)} is no request id; it has 1 to {RequestId.MaxLength} printable characters.");

    /// <summary>The partners of a file; null where the call names none.</summary>
    /// <exception cref="BadInputException">The file can't be read, or is wrong.</exception>
    public static IReadOnlyList<Partner>? PartnersOf(string? path) =>
        path is null ? null : PartnersFile.Read(path, Environment.GetEnvironmentVariable).Partners;

    /// <summary>Fires, and writes the verdict as a replay does.</summary>
    public static async Task<int> FireAsync(
        Desk desk, DatabaseLocation location, bool mayBeMade, string? partnersPath, WorkflowInput input, CancellationToken cancellationToken)
    {
        var partners = PartnersOf(partnersPath);
        await using var database = await location.OpenLiveAsync(
            desk.Clock,
            mayBeMade,
            builder =>
            {
                if (partners is not null)
                {
                    builder.UsePartners(partners);
                }
            },
            cancellationToken);
        try
        {
            var workflow = database.Get<IBorrowingWorkflow>();
            var result = input.By == Machine.Actor.Partner
                ? await workflow.ReceiveAsync(input, cancellationToken)
                : await workflow.ExecuteAsync(input, cancellationToken);
            await desk.WriteAsync(VerdictLine.Of(input.MessageId, result), cancellationToken);
            return result.Verdict == Verdict.Refused ? ExitCode.BadInput : ExitCode.Ok;
        }
        catch (RequestNotFoundException)
        {
            throw new BadInputException($"There is no request {Columns.Printable(input.Request.Value)} in {location}. Submit it: borrowing submit --help");
        }
        catch (ArgumentException error)
        {
            throw new BadInputException($"{FirstSentence.Of(error)}.");
        }
    }

    public static string IdOr(string? given) => given ?? $"tool-{Guid.NewGuid():N}";
}
