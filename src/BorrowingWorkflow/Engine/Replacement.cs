using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>The request that is submitted in place of another.</summary>
internal static class Replacement
{
    /// <summary>The replacement's id: it follows from the request and its version, so that a repetition finds the same one.</summary>
    public static RequestId IdOf(BorrowingRequest request)
    {
        var suffix = string.Create(null, $"-R{request.Version}");
        var id = request.Id.Value;
        return new(id.Length + suffix.Length > RequestId.MaxLength ? id[..(RequestId.MaxLength - suffix.Length)] + suffix : id + suffix);
    }

    /// <summary>The submission of the replacement: the same wish, looked at by a person already.</summary>
    public static InputData DataOf(BorrowingRequest original) => new Submission
    {
        Library = original.Library,
        Patron = original.Patron ?? new(""),
        Citation = original.Citation,
        Pickup = original.Pickup,
        NeededBy = original.NeededBy,
        ExternalId = null,
        Volumes = [.. original.Volumes.Select(volume => volume.Id)],
        OverrideDuplicate = true,
    }.ToData() with
    { Replaces = original.Id.Value };
}
