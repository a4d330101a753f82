using System.Globalization;
using BorrowingWorkflow.AspNetCore.Desk;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

/// <summary>Calls of the desk without a server.</summary>
internal static class DeskCalls
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 18, 0, 0, TimeSpan.Zero);

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A call of a desk at /desk.</summary>
    /// <param name="address">The address that is called; what follows its question mark is the query.</param>
    /// <param name="mayWork">Whether the caller may see patrons.</param>
    /// <param name="library">The library that the caller looks at.</param>
    public static DeskCall Of(string address, bool mayWork = true, string? library = null)
    {
        var context = new DefaultHttpContext();
        if (address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at)
        {
            context.Request.QueryString = new(address[at..]);
        }

        return new(
            context, new(), new(CanView: true, CanWork: mayWork, CanAdminister: mayWork, Who: "Ana"), new(English), new(Now, TimeZoneInfo.Utc, English),
            new("/desk"), new(library, Theme: null, English), libraries: [], antiforgery: null!);
    }
}
