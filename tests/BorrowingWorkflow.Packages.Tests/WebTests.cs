using System.Diagnostics;
using System.Net;
using System.Text;

namespace BorrowingWorkflow.Packages.Tests;

/// <summary>The readme of the ASP.NET Core package, taken as it stands: the desk, and partners' messages of ISO 18626.</summary>
public class WebTests
{
    private const string Listening = "Now listening on: ";
    private const string Key = "a-key";

    [Fact]
    public async Task A_web_application_takes_a_partner_s_message_and_shows_the_desk()
    {
        var page = CodeBlocks.Page("src", "BorrowingWorkflow.AspNetCore", "README.md");
        var stranger = await Stranger.WithAsync("web", CodeBlocks.PackagesToAdd(page));
        stranger.Write("Program.cs", Assert.Single(CodeBlocks.CSharp(page)));
        var program = await stranger.BuildAsync();

        var call = ProgramRun.Call(stranger.Folder, "dotnet", "exec", program, "--urls", "http://127.0.0.1:0");
        call.Environment["Peers__CSUN__ApiKey"] = Key;
        using var process = Process.Start(call)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(process) };

            Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/iso18626", Loaned())).StatusCode);
            client.DefaultRequestHeaders.Add("X-Api-Key", Key);
            var confirmation = await client.PostAsync("/iso18626", Loaned());
            Assert.Equal(HttpStatusCode.OK, confirmation.StatusCode);
            // The library has no such request, and the answer says so.
            Assert.Contains("UnrecognisedDataValue", await confirmation.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("<html", await client.GetStringAsync("/desk"), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(stranger.Folder, "requests.db")));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static StringContent Loaned()
    {
        using var resource = typeof(WebTests).Assembly.GetManifestResourceStream("loaned.xml")!;
        using var reader = new StreamReader(resource);
        return new(reader.ReadToEnd(), Encoding.UTF8, "application/xml");
    }

    /// <summary>Reads on to the end, so that what the application says never fills the pipe.</summary>
    private static Task<Uri> AddressAsync(Process process)
    {
        var said = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, e) =>
        {
            said.AppendLine(e.Data);
            if (e.Data is null)
            {
                address.TrySetException(new InvalidOperationException($"The application ended without an address:\n{said}"));
            }
            else if (e.Data.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            {
                address.TrySetResult(new(e.Data[(at + Listening.Length)..].Trim()));
            }
        };
        process.ErrorDataReceived += (_, e) => said.AppendLine(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return address.Task;
    }
}
