using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>Where a command listens: on this machine only, unless the call says otherwise.</summary>
/// <param name="otherwise">The address where the call names none.</param>
/// <param name="mayBeOpened">False where the call has no say in it: this machine only.</param>
internal sealed class ListenOptions(string otherwise, bool mayBeOpened = true)
{
    public Option<string> Urls { get; } = new("--urls")
    {
        Description = "Where to listen, http only. Port 0 takes a free one.",
        HelpName = "URL",
        DefaultValueFactory = _ => otherwise,
    };

    public Option<bool> Open { get; } = new("--open-to-network")
    {
        Description = "Allows an address that other machines can reach; everybody there can then write to it.",
    };

    public void AddTo(Command command)
    {
        command.Add(Urls);
        if (mayBeOpened)
        {
            command.Add(Open);
        }

        command.Validators.Add(Check);
    }

    private void Check(CommandResult call)
    {
        if (call.GetResult(Urls) is not { Implicit: false, Tokens: [{ Value: var text }] })
        {
            // The default is fine; a missing value is an error of its own.
            return;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.PathAndQuery != "/"
            || url.UserInfo.Length > 0 || url.Fragment.Length > 0 || text.Contains(';', StringComparison.Ordinal))
        {
            call.AddError($"--urls {text} is no address to listen on. Write it like {otherwise}.");
        }
        else if (url is { Host: "localhost", Port: 0 })
        {
            call.AddError($"--urls {text} stands for two addresses, which can't share a free port. Take http://127.0.0.1:0.");
        }
        else if (!IsLoopback(url) && !(mayBeOpened && call.GetValue(Open)))
        {
            call.AddError($"--urls {text} can be reached by other machines. Take http://127.0.0.1:PORT{(mayBeOpened ? ", or add --open-to-network" : "")}.");
        }
    }

    private static bool IsLoopback(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));
}
