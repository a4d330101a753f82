namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>Reads the members of enumerations that addresses and forms name.</summary>
internal static class Named
{
    /// <summary>The member of that name; null where there is none. Neither a number nor several names, which the parser would add up.</summary>
    public static T? Read<T>(string? name, bool ignoreCase = false)
        where T : struct, Enum =>
        name is not null && name.All(char.IsAsciiLetter) && Enum.TryParse<T>(name, ignoreCase, out var value) && Enum.IsDefined(value) ? value : null;
}
