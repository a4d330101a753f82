using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>
/// What a page says of the action that led to it. It travels in the address as a few words that are looked up here, never as text: nobody
/// can make the desk say something by a link.
/// </summary>
internal sealed record DeskNotice(string Text, bool IsGood)
{
    /// <summary>The part of an address that says that a request was moved.</summary>
    public static (string Name, string? Value)[] Moved(RequestId request, Trigger trigger, BorrowingStatus status) =>
        [("said", "moved"), ("of", request.Value), ("by", trigger.ToString()), ("to", status.ToString())];

    /// <summary>The part of an address that says something else.</summary>
    public static (string Name, string? Value)[] Saying(string what, string? of = null) => [("said", what), ("of", of)];

    public static DeskNotice? Of(DeskCall desk) => (desk.Query("said"), desk.Query("of")) switch
    {
        ("moved", { } of) when RequestId.TryParse(of, out var request) && Named.Read<Trigger>(desk.Query("by")) is { } trigger
            && Named.Read<BorrowingStatus>(desk.Query("to")) is { } status =>
            new(desk.T["said.moved", request.Value, desk.T.Trigger(trigger), desk.T.Status(status)], IsGood: true),
        ("ticked", { } of) when desk.Options.Checks.FirstOrDefault(check => check.Id == of) is { } check =>
            new(desk.T["said.ticked", desk.T.Title(check)], IsGood: true),
        ("dismissed", _) => new(desk.T["said.dismissed"], IsGood: true),
        ("dismissal-incomplete", _) => new(desk.T["said.dismissal-incomplete"], IsGood: false),
        ("none-chosen", _) => new(desk.T["said.none-chosen"], IsGood: false),
        ("scanning", _) => new(desk.T["said.scanning"], IsGood: true),
        _ => null,
    };
}
