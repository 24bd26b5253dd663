using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>Reads and writes structured fields of HTTP, strictly: what is not of the grammar is refused as a whole.</summary>
/// <remarks>
/// RFC 8941 §4 with the two types that RFC 9651 adds. Several lines of one field are joined with <c>", "</c> before
/// reading. At most <see cref="MaximumLength"/> characters, <see cref="MaximumMembers"/> members and as many parameters
/// or inner items each. Never throws for bad input.
/// </remarks>
public static class StructuredField
{
    /// <summary>Most characters of a field, its lines joined: 64 KiB.</summary>
    public const int MaximumLength = 65_536;

    /// <summary>Most members of a list or dictionary, items of an inner list, and parameters of one value (§3.1, §3.1.1, §3.2 ask for 1,024, 256 and 1,024).</summary>
    public const int MaximumMembers = 1_024;

    /// <summary>Reads a field that is one item (§4.2.3).</summary>
    public static bool TryReadItem(string text, [NotNullWhen(true)] out Item? item)
    {
        item = null;
        var reader = new FieldReader(text);
        return text.Length <= MaximumLength && reader.SkipSpaces() && reader.TryReadItem(out item) && reader.TryEnd();
    }

    /// <summary>Reads a field that is a list (§4.2.1). An empty text is an empty list.</summary>
    public static bool TryReadList(string text, [NotNullWhen(true)] out IReadOnlyList<Member>? members)
    {
        members = null;
        var read = new List<Member>();
        var reader = new FieldReader(text);
        if (text.Length > MaximumLength || !reader.SkipSpaces())
        {
            return false;
        }

        while (!reader.IsAtEnd)
        {
            if (read.Count == MaximumMembers || !reader.TryReadMember(out var member) || !reader.TryReadComma())
            {
                return false;
            }

            read.Add(member);
        }

        members = read;
        return true;
    }

    /// <summary>Reads a field that is a dictionary (§4.2.2). An empty text is an empty dictionary; of a repeated name the last value counts.</summary>
    /// <returns>The members in the order of the wire.</returns>
    public static bool TryReadDictionary(string text, [NotNullWhen(true)] out IReadOnlyList<KeyValuePair<string, Member>>? members)
    {
        members = null;
        var read = new NamedValues<Member>();
        var reader = new FieldReader(text);
        if (text.Length > MaximumLength || !reader.SkipSpaces())
        {
            return false;
        }

        while (!reader.IsAtEnd)
        {
            if (read.Count == MaximumMembers || !reader.TryReadNamedMember(out var name, out var member) || !reader.TryReadComma())
            {
                return false;
            }

            read.Set(name, member);
        }

        members = read.ToArray();
        return true;
    }

    /// <summary>Writes an item in its canonical form (§4.1.3).</summary>
    /// <returns>False for what has no form: a number with too many digits, text outside its alphabet, a name that is no key.</returns>
    public static bool TryWrite(Item item, [NotNullWhen(true)] out string? text)
    {
        using var written = new AsciiBuffer();
        text = new FieldWriter(written).TryWrite(item) ? written.ToString() : null;
        return text is not null;
    }

    /// <summary>Writes an inner list in its canonical form (§4.1.1.1).</summary>
    /// <returns>False as for an item.</returns>
    public static bool TryWrite(InnerList list, [NotNullWhen(true)] out string? text)
    {
        using var written = new AsciiBuffer();
        text = new FieldWriter(written).TryWrite(list) ? written.ToString() : null;
        return text is not null;
    }

    /// <summary>Writes an item or an inner list in its canonical form.</summary>
    /// <returns>False as for an item.</returns>
    public static bool TryWrite(Member member, [NotNullWhen(true)] out string? text)
    {
        using var written = new AsciiBuffer();
        text = new FieldWriter(written).TryWrite(member) ? written.ToString() : null;
        return text is not null;
    }

    /// <summary>Writes a list (§4.1.1). An empty one gives an empty text: the field is then left out.</summary>
    /// <returns>False as for an item.</returns>
    public static bool TryWrite(IReadOnlyList<Member> members, [NotNullWhen(true)] out string? text)
    {
        using var written = new AsciiBuffer();
        var writer = new FieldWriter(written);
        text = members.All(member => writer.TryWriteSeparator() && writer.TryWrite(member)) ? written.ToString() : null;
        return text is not null;
    }

    /// <summary>Writes a dictionary (§4.1.2). An empty one gives an empty text: the field is then left out.</summary>
    /// <returns>False as for an item.</returns>
    public static bool TryWrite(IReadOnlyList<KeyValuePair<string, Member>> members, [NotNullWhen(true)] out string? text)
    {
        using var written = new AsciiBuffer();
        var writer = new FieldWriter(written);
        text = members.All(member => writer.TryWriteSeparator() && writer.TryWriteNamed(member.Key, member.Value))
            ? written.ToString()
            : null;
        return text is not null;
    }
}
