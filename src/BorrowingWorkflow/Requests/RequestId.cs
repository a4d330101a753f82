using System.Diagnostics.CodeAnalysis;

namespace BorrowingWorkflow.Requests;

/// <summary>A borrowing request's id: 1 to 200 printable characters, compared ordinally, unique in a store.</summary>
public readonly record struct RequestId
{
    /// <summary>The most characters that an id can have.</summary>
    public const int MaxLength = 200;

    private readonly string? _value;

    /// <summary>Takes an id over as it is.</summary>
    /// <exception cref="ArgumentException">It is empty, longer than <see cref="MaxLength"/>, has control characters, or begins or ends with white space.</exception>
    public RequestId(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException(
                $"A request id has 1 to {MaxLength} characters, no control characters and no white space at its ends.", nameof(value));
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

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;

    private static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= MaxLength } && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]) && !HasControls(value);

    // A scan makes an id of every row.
    private static bool HasControls(string value)
    {
        foreach (var character in value)
        {
            if (char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }
}
