using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>A page of a list that begins where the address says.</summary>
internal static class AddressedPage
{
    /// <summary>Reads the page; null where the address says nothing that makes sense, since somebody has changed it by hand.</summary>
    /// <param name="after">What the address says; null for the first page.</param>
    /// <param name="read">Reads the page behind a place.</param>
    public static async Task<RequestPage?> ReadAsync(string? after, Func<string?, ValueTask<RequestPage>> read)
    {
        try
        {
            return await read(after);
        }
        catch (ArgumentException) when (after is not null)
        {
            return null;
        }
    }
}
