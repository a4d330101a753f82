using System.Globalization;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>Decides a history again: the same inputs at the same times, on today's table, with the policies and partners of the hosts.</summary>
/// <remarks>
/// A history does not say when the dispatcher leased a send, and decisions depend on it. Every supposition is followed that leads to the
/// history; where none does, the history can't have come about.
/// </remarks>
internal static class Replay
{
    private static readonly Dictionary<string, Partner> Partners = HostServices.Partners.ToDictionary(partner => partner.Code, StringComparer.Ordinal);
    private static readonly BorrowingOptions Options = new();
    private static readonly WorkCalendar Calendar = new();

    /// <summary>The courses that lead to the history.</summary>
    /// <param name="history">One request's events, by revision.</param>
    /// <param name="difference">Where there is no course: what is decided otherwise today.</param>
    public static IReadOnlyList<Course> Of(IReadOnlyList<HistoryEvent> history, out string? difference)
    {
        IReadOnlyList<Course> courses = [new()];
        foreach (var stored in history)
        {
            var text = Text(stored);
            List<RequestSave> otherwise = [];
            Dictionary<string, Course> next = new(StringComparer.Ordinal);
            foreach (var course in courses.SelectMany(course => course.Suppositions()))
            {
                var save = Decide(course, stored);
                if (Text(save.Event) == text)
                {
                    var after = course.After(save);
                    next.TryAdd(after.Fingerprint, after);
                }
                else
                {
                    otherwise.Add(save);
                }
            }

            if (next.Count == 0)
            {
                var decided = otherwise[0].Event;
                difference = $"revision {stored.Revision}, {stored.Trigger} by {stored.By}: stored {Short(stored)}, decided again {Short(decided)}";
                return [];
            }

            courses = [.. next.Values];
        }

        difference = null;
        return courses;
    }

    private static RequestSave Decide(Course course, HistoryEvent stored) => Decider.Decide(
        course.Request,
        new()
        {
            Request = stored.Request,
            Trigger = stored.Trigger,
            AndThen = stored.AndThen,
            By = stored.By,
            MessageId = stored.MessageId,
            Who = stored.Who,
            Partner = stored.Partner,
            Data = stored.Data ?? new(),
        },
        new()
        {
            Table = TransitionTable.Default,
            Machines = MachinePool.Default,
            Options = Options,
            Calendar = Calendar,
            // No input of a run says when it happened, so the event has the host's own time.
            Now = stored.At,
            Partners = Partners,
            OpenSends = course.OpenSends,
            Fires = DeadlineOf(stored),
        }).Save;

    private static Deadline? DeadlineOf(HistoryEvent stored) =>
        stored.By == Actor.System && stored.MessageId.Split('/') is ["deadline", var kind, var ticks, _]
            ? new(Enum.Parse<DeadlineKind>(kind), new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero))
            : null;

    private static string Text(HistoryEvent item) => Convert.ToBase64String(BorrowingRequestJson.Serialize(item));

    private static string Short(HistoryEvent item) => $"{item.Verdict} {item.Clause} {item.From} → {item.To} {item.Version}";
}
