namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Reads times as peers write them.</summary>
internal ref struct TimeText
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private TimeForms _forms;

    private TimeText(ReadOnlySpan<char> text) => _text = text;

    public static bool TryParse(string? text, out MessageTime time)
    {
        time = default;
        var trimmed = text.AsSpan().Trim(" \t\r\n");
        var parser = new TimeText(trimmed);
        if (trimmed.IsEmpty || !parser.TryDateTime(out var local) || !parser.TryOffset(out var offset) || parser._at != trimmed.Length)
        {
            return false;
        }

        // Near the years 1 and 9999 the offset can lead out of what there is.
        var utc = local.Ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new(new(local, offset), trimmed.Length == text!.Length ? text : trimmed.ToString(), parser._forms);
        return true;
    }

    private bool TryDateTime(out DateTime local)
    {
        local = default;
        if (!TryNumber(4, out var year) || !TrySkip('-') || !TryNumber(2, out var month) || !TrySkip('-') || !TryNumber(2, out var day)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        local = new(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        if (_at == _text.Length || _text[_at] is 'Z' or 'z' or '+' or '-')
        {
            _forms |= TimeForms.DateOnly | TimeForms.Odd;
            return true;
        }

        return TrySkipT() && TryTimeOfDay(out var time) && TryAdd(ref local, time);
    }

    private bool TrySkipT()
    {
        if (TrySkip('T'))
        {
            return true;
        }

        _forms |= TimeForms.Odd;
        return TrySkip('t') || TrySkip(' ');
    }

    private bool TryTimeOfDay(out TimeSpan time)
    {
        time = default;
        if (!TryNumber(2, out var hour) || !TrySkip(':') || !TryNumber(2, out var minute))
        {
            return false;
        }

        var second = 0;
        var fraction = 0L;
        if (TrySkip(':'))
        {
            if (!TryNumber(2, out second) || !TryFraction(out fraction))
            {
                return false;
            }
        }
        else
        {
            _forms |= TimeForms.Odd;
        }

        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(fraction);
        return minute < 60 && second < 60 && time <= TimeSpan.FromHours(24);
    }

    // xs:dateTime calls midnight 24:00:00 as well.
    private static bool TryAdd(ref DateTime local, TimeSpan time)
    {
        if (time.Ticks > DateTime.MaxValue.Ticks - local.Ticks)
        {
            return false;
        }

        local += time;
        return true;
    }

    // A tick is the seventh place; what is finer stays in the text.
    private bool TryFraction(out long ticks)
    {
        ticks = 0;
        if (!TrySkip('.'))
        {
            if (!TrySkip(','))
            {
                return true;
            }

            _forms |= TimeForms.Odd;
        }

        var start = _at;
        for (; _at < _text.Length && char.IsAsciiDigit(_text[_at]); _at++)
        {
            if (_at - start < 7)
            {
                ticks = (ticks * 10) + (_text[_at] - '0');
            }
        }

        for (var digits = _at - start; digits < 7; digits++)
        {
            ticks *= 10;
        }

        return _at > start;
    }

    private bool TryOffset(out TimeSpan offset)
    {
        offset = default;
        if (_at == _text.Length)
        {
            _forms |= TimeForms.NoOffset;
            return true;
        }

        if (TrySkip('Z'))
        {
            return true;
        }

        if (TrySkip('z'))
        {
            _forms |= TimeForms.Odd;
            return true;
        }

        var negative = TrySkip('-');
        if ((!negative && !TrySkip('+')) || !TryNumber(2, out var hours))
        {
            return false;
        }

        var minutes = 0;
        var colon = TrySkip(':');
        if (!colon)
        {
            _forms |= TimeForms.Odd;
        }

        if ((colon || _at < _text.Length) && !TryNumber(2, out minutes))
        {
            return false;
        }

        offset = new(hours, minutes, 0);
        if (minutes > 59 || offset > TimeSpan.FromHours(14))
        {
            return false;
        }

        offset = negative ? -offset : offset;
        return true;
    }

    private bool TryNumber(int digits, out int number)
    {
        number = 0;
        if (_text.Length - _at < digits)
        {
            return false;
        }

        for (var i = 0; i < digits; i++, _at++)
        {
            if (!char.IsAsciiDigit(_text[_at]))
            {
                return false;
            }

            number = (number * 10) + (_text[_at] - '0');
        }

        return true;
    }

    private bool TrySkip(char character)
    {
        if (_at == _text.Length || _text[_at] != character)
        {
            return false;
        }

        _at++;
        return true;
    }
}
