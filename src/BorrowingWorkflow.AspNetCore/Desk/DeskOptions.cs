using BorrowingWorkflow.Checks;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>What a host may set about its staff desk. Read once, when the desk is first used.</summary>
public sealed class DeskOptions
{
    /// <summary>What the desk is called, on every page.</summary>
    /// <value>"Borrowing desk".</value>
    public string Title { get; set; } = "Borrowing desk";

    /// <summary>
    /// The codes of the borrowing libraries that staff may choose between. Times are shown in the time zone of the chosen one.
    /// </summary>
    /// <value>None: the libraries that have a request in hand.</value>
    public IList<string> Libraries { get; } = [];

    /// <summary>The checks that are worked at this desk, in the order of the guide.</summary>
    /// <value><see cref="CheckPresets.Extended"/>.</value>
    public IReadOnlyList<CheckPolicy> Checks { get; set; } = CheckPresets.Extended;

    /// <summary>How old the list of anomalies may be before it is made anew, in the background.</summary>
    /// <value>10 minutes.</value>
    public TimeSpan AnomaliesKeptFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Says who the member of staff is that a call comes from: it goes into the history with everything that is done. Called on any thread.
    /// </summary>
    /// <value>The name of the authenticated user; on the machine itself, where nobody logs in, the account that the host runs under.</value>
    public Func<HttpContext, string?>? Who { get; set; }
}
