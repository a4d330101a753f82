using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>What was in force when a history was decided, and what of it may go into the file.</summary>
public sealed class RecordingSettings
{
    /// <summary>The policies.</summary>
    /// <value>The defaults.</value>
    public BorrowingOptions Options { get; init; } = new();

    /// <summary>The partner directory. What decisions ask of the partners goes into the file; names, costs and ranking do not.</summary>
    /// <value>Knows every code, with the default profile.</value>
    public IPartnerDirectory Partners { get; init; } = new OpenPartnerDirectory();

    /// <summary>When the libraries worked.</summary>
    /// <value>Everybody works from Monday to Friday, in UTC, without holidays.</value>
    public WorkCalendarOptions Calendar { get; init; } = new();

    /// <summary>
    /// A calendar that is no <see cref="WorkCalendar"/>, used in place of <see cref="Calendar"/>. It does not go into the file: give it to
    /// the replay too (<see cref="DefinitionReplay.Calendar"/>).
    /// </summary>
    /// <value>Null: there is none.</value>
    public IWorkCalendar? OwnCalendar { get; init; }

    /// <summary>
    /// True where patrons, staff, titles, places, message ids and texts go into the file as they are. Such a file holds patron data and
    /// does not belong into a repository.
    /// </summary>
    /// <value>False: they are replaced by pseudonyms, and texts are left out.</value>
    public bool KeepsPatronData { get; init; }
}
