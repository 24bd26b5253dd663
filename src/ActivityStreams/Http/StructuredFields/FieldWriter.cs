using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>Writes the canonical form (RFC 8941 §4.1, RFC 9651 §4.1.10 and §4.1.11).</summary>
internal readonly struct FieldWriter(AsciiBuffer text)
{
    /// <summary>Writes what stands between two members; before the first there is nothing. Always true.</summary>
    internal bool TryWriteSeparator() => text.Written.IsEmpty || Write(", ");

    internal bool TryWriteNamed(string name, Member member)
    {
        if (!TryWriteKey(name))
        {
            return false;
        }

        if (member is Item { Value: BareItem.Flag { Value: true } } flag)
        {
            return TryWrite(flag.Parameters);
        }

        return Write("=") && TryWrite(member);
    }

    internal bool TryWrite(Member member) => member switch
    {
        InnerList list => TryWrite(list),
        Item item => TryWrite(item.Value) && TryWrite(item.Parameters),
        _ => false,
    };

    private bool TryWrite(InnerList list)
    {
        text.Append('(');
        for (var i = 0; i < list.Items.Count; i++)
        {
            text.Append(i > 0 ? " " : "");
            if (!TryWrite((Member)list.Items[i]))
            {
                return false;
            }
        }

        return Write(")") && TryWrite(list.Parameters);
    }

    private bool TryWrite(Parameters parameters)
    {
        for (var i = 0; i < parameters.Entries.Count; i++)
        {
            var (name, value) = parameters.Entries[i];
            text.Append(';');
            if (!TryWriteKey(name) || !(value is BareItem.Flag { Value: true } || (Write("=") && TryWrite(value))))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryWriteKey(string key) => FieldCharacters.IsKey(key) && Write(key);

    private bool TryWrite(BareItem item) => item switch
    {
        BareItem.WholeNumber number => TryWriteWhole(number.Value),
        BareItem.Fraction number => TryWriteFraction(number.Value),
        BareItem.Text inside => FieldCharacters.ArePrintable(inside.Value) && WriteQuoted(inside.Value),
        BareItem.Token token => FieldCharacters.IsToken(token.Value) && Write(token.Value),
        BareItem.Bytes bytes => Write(":" + Convert.ToBase64String(bytes.Value) + ":"),
        BareItem.Flag flag => Write(flag.Value ? "?1" : "?0"),
        BareItem.Moment moment => Write("@") && TryWriteWhole(moment.Seconds),
        BareItem.DisplayText display => TryWriteDisplayText(display.Value),
        _ => false,
    };

    private bool TryWriteWhole(long value) =>
        Math.Abs((decimal)value) <= FieldCharacters.LargestInteger && Write(value.ToString(CultureInfo.InvariantCulture));

    private bool TryWriteFraction(decimal value)
    {
        var rounded = Math.Round(value, 3, MidpointRounding.ToEven);
        return Math.Abs(rounded) < 1_000_000_000_000 && Write(rounded.ToString("0.0##", CultureInfo.InvariantCulture));
    }

    private bool TryWriteDisplayText(string value)
    {
        var utf8 = new byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        if (Utf8.FromUtf16(value, utf8, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return false;
        }

        text.Append("%\"");
        foreach (var letter in utf8.AsSpan(0, length))
        {
            if (letter is (byte)'%' or (byte)'"' or < 0x20 or > 0x7E)
            {
                text.Append('%').Append(letter.ToString("x2", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append((char)letter);
            }
        }

        return Write("\"");
    }

    private bool WriteQuoted(string value)
    {
        text.Append('"');
        for (var rest = value.AsSpan(); ;)
        {
            var plain = rest.IndexOfAny('\\', '"');
            if (plain < 0)
            {
                return Write(rest) && Write("\"");
            }

            text.Append(rest[..plain]).Append('\\').Append(rest[plain]);
            rest = rest[(plain + 1)..];
        }
    }

    private bool Write(ReadOnlySpan<char> written)
    {
        text.Append(written);
        return true;
    }
}
