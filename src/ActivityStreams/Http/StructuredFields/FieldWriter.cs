using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>Writes the canonical form (RFC 8941 §4.1, RFC 9651 §4.1.10 and §4.1.11).</summary>
internal sealed class FieldWriter
{
    private readonly StringBuilder _text = new();

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    /// <summary>Writes what stands between two members; before the first there is nothing. Always true.</summary>
    internal bool TryWriteSeparator()
    {
        _text.Append(_text.Length > 0 ? ", " : "");
        return true;
    }

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

        _text.Append('=');
        return TryWrite(member);
    }

    internal bool TryWrite(Member member) => member switch
    {
        InnerList list => TryWrite(list),
        Item item => TryWrite(item.Value) && TryWrite(item.Parameters),
        _ => false,
    };

    private bool TryWrite(InnerList list)
    {
        _text.Append('(');
        for (var i = 0; i < list.Items.Count; i++)
        {
            _text.Append(i > 0 ? " " : "");
            if (!TryWrite((Member)list.Items[i]))
            {
                return false;
            }
        }

        _text.Append(')');
        return TryWrite(list.Parameters);
    }

    private bool TryWrite(Parameters parameters) => parameters.Entries.All(entry =>
    {
        _text.Append(';');
        return TryWriteKey(entry.Key) && (entry.Value is BareItem.Flag { Value: true } || (Append("=") && TryWrite(entry.Value)));
    });

    private bool TryWriteKey(string key) => FieldCharacters.IsKey(key) && Append(key);

    private bool TryWrite(BareItem item) => item switch
    {
        BareItem.WholeNumber number => TryWriteWhole(number.Value),
        BareItem.Fraction number => TryWriteFraction(number.Value),
        BareItem.Text text => text.Value.All(FieldCharacters.IsPrintable)
            && Append("\"" + text.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\""),
        BareItem.Token token => FieldCharacters.IsToken(token.Value) && Append(token.Value),
        BareItem.Bytes bytes => Append(":" + Convert.ToBase64String(bytes.Value) + ":"),
        BareItem.Flag flag => Append(flag.Value ? "?1" : "?0"),
        BareItem.Moment moment => Append("@") && TryWriteWhole(moment.Seconds),
        BareItem.DisplayText text => TryWriteDisplayText(text.Value),
        _ => false,
    };

    private bool TryWriteWhole(long value) =>
        Math.Abs((decimal)value) <= FieldCharacters.LargestInteger && Append(value.ToString(CultureInfo.InvariantCulture));

    private bool TryWriteFraction(decimal value)
    {
        var rounded = Math.Round(value, 3, MidpointRounding.ToEven);
        return Math.Abs(rounded) < 1_000_000_000_000 && Append(rounded.ToString("0.0##", CultureInfo.InvariantCulture));
    }

    private bool TryWriteDisplayText(string value)
    {
        var utf8 = new byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        if (Utf8.FromUtf16(value, utf8, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return false;
        }

        _text.Append("%\"");
        foreach (var letter in utf8.AsSpan(0, length))
        {
            if (letter is (byte)'%' or (byte)'"' or < 0x20 or > 0x7E)
            {
                _text.Append(CultureInfo.InvariantCulture, $"%{letter:x2}");
            }
            else
            {
                _text.Append((char)letter);
            }
        }

        _text.Append('"');
        return true;
    }

    private bool Append(string text)
    {
        _text.Append(text);
        return true;
    }
}
