using System.Runtime.CompilerServices;
using System.Text;

namespace BorrowingWorkflow.Tests.Shared;

/// <summary>
/// Compares a text with the snapshot beside the test, by Verify's convention: <c>Class.Method.verified.txt</c>.
/// The class is the test file's name, so a test file holds one test class.
/// </summary>
internal static class Verifier
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Passes where the snapshot says the same, and removes what an earlier failure left.
    /// A missing or different snapshot fails and writes <c>.received.txt</c> beside it.
    /// Line endings and newlines at the end make no difference.
    /// </summary>
    /// <param name="text">What the test got.</param>
    /// <param name="textForParameters">Tells the cases of a theory apart: <c>Class.Method_text.verified.txt</c>.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <param name="method">Filled in by the compiler.</param>
    /// <exception cref="VerifyException">The snapshot is missing or says something else.</exception>
    public static async Task Verify(
        string text,
        string? textForParameters = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        if (!string.IsNullOrEmpty(textForParameters))
        {
            name += "_" + string.Concat(textForParameters.Select(c => IsSafe(c) ? c : '-'));
        }

        var stem = Path.Combine(Path.GetDirectoryName(sourceFile)!, name);
        var verified = stem + ".verified.txt";
        var received = stem + ".received.txt";
        var actual = Normalise(text);

        if (!File.Exists(verified))
        {
            await File.WriteAllTextAsync(received, actual, Utf8);
            throw new VerifyException($"There is no snapshot {verified}.\n{HowToAccept(received, verified)}");
        }

        var expected = Normalise(await File.ReadAllTextAsync(verified));
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, actual, Utf8);
        throw new VerifyException($"The text differs from {verified}.\n{FirstDifference(expected, actual)}\n{HowToAccept(received, verified)}");
    }

    private static string Normalise(string text) =>
        text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '=' or ',';

    private static string HowToAccept(string received, string verified) =>
        $"To accept what the test got:\n  mv '{received}' '{verified}'";

    private static string FirstDifference(string expected, string actual)
    {
        var wanted = expected.Split('\n');
        var got = actual.Split('\n');
        var line = 0;
        while (line < wanted.Length && line < got.Length && wanted[line] == got[line])
        {
            line++;
        }

        return $"Line {line + 1}\n  verified: {LineOrEnd(wanted, line)}\n  received: {LineOrEnd(got, line)}";
    }

    private static string LineOrEnd(string[] lines, int index) =>
        index < lines.Length - 1 ? lines[index] : "(the end)";
}
