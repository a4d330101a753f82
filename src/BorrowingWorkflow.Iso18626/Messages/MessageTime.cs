using System.Globalization;

namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>A date and time as it stands in a message (<c>xs:dateTime</c>): the moment, and the text where that says more.</summary>
/// <remarks>Equal where moment, offset and text are equal. The text is kept, so that a peer finds its own timestamp again, digit by digit.</remarks>
public readonly struct MessageTime : IEquatable<MessageTime>
{
    private readonly string? _text;
    private readonly TimeForms _forms;

    /// <summary>A moment with its offset from UTC.</summary>
    public MessageTime(DateTimeOffset value) => Value = value;

    internal MessageTime(DateTimeOffset value, string text, TimeForms forms)
    {
        Value = value;
        _forms = forms;
        _text = text == Canonical(value, forms) ? null : text;
    }

    /// <summary>The moment. Where the text names no offset it is taken as UTC; where it names no time, as midnight.</summary>
    public DateTimeOffset Value { get; }

    /// <summary>The text as it stands in the message.</summary>
    public string Text => _text ?? Canonical(Value, _forms);

    /// <summary>True where the text names an offset from UTC; if false, the sender's time zone has to be known from elsewhere.</summary>
    public bool HasOffset => !_forms.HasFlag(TimeForms.NoOffset);

    /// <summary>True where the text names a time of day, not a date only.</summary>
    public bool HasTimeOfDay => !_forms.HasFlag(TimeForms.DateOnly);

    /// <summary>What is written: the text where the schema allows it, else the same moment in a form that it allows.</summary>
    internal string XmlText => _forms.HasFlag(TimeForms.Odd) ? Canonical(Value, _forms) : Text;

    /// <summary>True where the text is no <c>xs:dateTime</c>.</summary>
    internal bool IsOdd => _forms.HasFlag(TimeForms.Odd);

    /// <summary>Takes a moment over.</summary>
    public static implicit operator MessageTime(DateTimeOffset value) => new(value);

    /// <summary>Reads what peers send: <c>xs:dateTime</c>, and also a date only, an offset without colon, a space for the <c>T</c>, fractions of any length.</summary>
    /// <returns>False where it makes no sense as a date in the years 1 to 9999.</returns>
    public static bool TryParse(string? text, out MessageTime time) => TimeText.TryParse(text, out time);

    /// <summary>True where moment, offset and text are the same.</summary>
    public static bool operator ==(MessageTime left, MessageTime right) => left.Equals(right);

    /// <summary>True where moment, offset or text differ.</summary>
    public static bool operator !=(MessageTime left, MessageTime right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(MessageTime other) => Value.EqualsExact(other.Value) && _forms == other._forms && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MessageTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, _text);

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    private static string Canonical(DateTimeOffset value, TimeForms forms)
    {
        var text = value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return forms.HasFlag(TimeForms.NoOffset) ? text
            : value.Offset == TimeSpan.Zero ? text + "Z"
            : text + value.ToString("zzz", CultureInfo.InvariantCulture);
    }
}
