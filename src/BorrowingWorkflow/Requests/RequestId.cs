using System.Diagnostics.CodeAnalysis;

namespace BorrowingWorkflow.Requests;

/// <summary>A borrowing request's id: 1 to 200 printable characters, compared and sorted by their Unicode numbers, unique in a store.</summary>
public readonly record struct RequestId : IComparable<RequestId>
{
    /// <summary>The most characters that an id can have.</summary>
    public const int MaxLength = 200;

    private readonly string? _value;

    /// <summary>Takes an id over as it is.</summary>
    /// <exception cref="ArgumentException">It is empty, longer than <see cref="MaxLength"/>, has control characters or half a surrogate pair, or begins or ends with white space.</exception>
    public RequestId(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException(
                $"A request id has 1 to {MaxLength} characters, no control characters, no half surrogate pairs and no white space at its ends.", nameof(value));
        }

        _value = value;
    }

    /// <summary>The id as text; empty for the default value, which no request has.</summary>
    public string Value => _value ?? "";

    /// <summary>Makes an id of text.</summary>
    public static implicit operator RequestId(string value) => new(value);

    /// <summary>Makes an id of text from outside, where a bad one is no error.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out RequestId id)
    {
        var valid = IsValid(value);
        id = valid ? new(value!) : default;
        return valid;
    }

    /// <summary>Compares by the characters' Unicode numbers, as databases sort bytes of UTF-8.</summary>
    public int CompareTo(RequestId other)
    {
        var (mine, theirs) = (Value, other.Value);
        var same = mine.AsSpan().CommonPrefixLength(theirs);
        return same == mine.Length || same == theirs.Length
            ? mine.Length.CompareTo(theirs.Length)
            : Rank(mine[same]).CompareTo(Rank(theirs[same]));
    }

    /// <summary>True where the left id sorts before the right one.</summary>
    public static bool operator <(RequestId left, RequestId right) => left.CompareTo(right) < 0;

    /// <summary>True where the left id sorts after the right one.</summary>
    public static bool operator >(RequestId left, RequestId right) => left.CompareTo(right) > 0;

    /// <summary>True where the left id is the right one or sorts before it.</summary>
    public static bool operator <=(RequestId left, RequestId right) => left.CompareTo(right) <= 0;

    /// <summary>True where the left id is the right one or sorts after it.</summary>
    public static bool operator >=(RequestId left, RequestId right) => left.CompareTo(right) >= 0;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;

    private static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= MaxLength } && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]) && IsPrintable(value);

    // A scan makes an id of every row.
    private static bool IsPrintable(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsControl(value[i]) || (char.IsSurrogate(value[i]) && (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[++i]))))
            {
                return false;
            }
        }

        return true;
    }

    // Surrogates stand for the highest numbers of all, but lie before the last characters that need none.
    private static int Rank(char character) => character + (char.IsSurrogate(character) ? 0x10000 : 0);
}
