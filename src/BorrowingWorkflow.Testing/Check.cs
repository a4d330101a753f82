using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace BorrowingWorkflow.Testing;

/// <summary>What a case asserts, without a test framework.</summary>
internal static class Check
{
    /// <summary>Throws unless a condition holds.</summary>
    public static void That([DoesNotReturnIf(false)] bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ConformanceException(otherwise);
        }
    }

    /// <summary>Throws unless two values are equal.</summary>
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ConformanceException($"{what}: expected {Show(expected)}, got {Show(actual)}.");
        }
    }

    /// <summary>Throws unless two texts are equal; shows where they begin to differ. Null is no text at all.</summary>
    public static void EqualText(string? expected, string? actual, string what)
    {
        if (expected == actual)
        {
            return;
        }

        if (expected is null || actual is null)
        {
            throw new ConformanceException($"{what}: expected {(expected is null ? "nothing" : "something")}, got {(actual is null ? "nothing" : "something")}.");
        }

        var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        throw new ConformanceException($"{what}: from character {at} on, expected …{Near(expected, at)}…, got …{Near(actual, at)}….");
    }

    /// <summary>Throws unless two sequences hold equal values in the same order.</summary>
    public static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        List<T> wanted = [.. expected];
        List<T> got = [.. actual];
        if (!wanted.SequenceEqual(got))
        {
            throw new ConformanceException($"{what}: expected {Show(wanted)}, got {Show(got)}.");
        }
    }

    /// <summary>Throws unless the call ends in an exception of this kind, which it returns.</summary>
    public static async Task<T> ThrowsAsync<T>(Func<Task> call, string what, [CallerArgumentExpression(nameof(call))] string expression = "")
        where T : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (T expected)
        {
            return expected;
        }
        catch (Exception other)
        {
            throw new ConformanceException($"{what}: expected {typeof(T).Name}, got {other.GetType().Name} ({other.Message}).", other);
        }

        throw new ConformanceException($"{what}: expected {typeof(T).Name}, but the call returned ({expression}).");
    }

    private static string Near(string text, int at)
    {
        var from = Math.Max(0, at - 40);
        return text[from..Math.Min(text.Length, at + 80)];
    }

    private static string Show(object? value) => value switch
    {
        null => "nothing",
        string text => $"\"{text}\"",
        DateTimeOffset moment => moment.ToString("O"),
        System.Collections.IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Show))}]",
        _ => value.ToString() ?? "",
    };
}
