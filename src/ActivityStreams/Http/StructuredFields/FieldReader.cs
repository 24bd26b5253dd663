using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>Walks over the text of a field once (RFC 8941 §4.2). Plain values are read by <see cref="BareItemReader"/>.</summary>
internal ref struct FieldReader(string text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    internal readonly bool IsAtEnd => _at >= _text.Length;

    private readonly char Next => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>Skips spaces; always true, so that it can stand in a chain of conditions.</summary>
    internal bool SkipSpaces()
    {
        while (Next == ' ')
        {
            _at++;
        }

        return true;
    }

    /// <summary>Whether nothing but spaces is left.</summary>
    internal bool TryEnd() => SkipSpaces() && IsAtEnd;

    /// <summary>Reads the comma between two members with what may stand around it; at the end of the text there is none.</summary>
    internal bool TryReadComma()
    {
        SkipOptionalWhiteSpace();
        if (IsAtEnd)
        {
            return true;
        }

        if (!TryTake(','))
        {
            return false;
        }

        SkipOptionalWhiteSpace();
        return !IsAtEnd;
    }

    internal bool TryReadNamedMember([NotNullWhen(true)] out string? name, [NotNullWhen(true)] out Member? member)
    {
        member = null;
        if (!TryReadKey(out name))
        {
            return false;
        }

        if (TryTake('='))
        {
            return TryReadMember(out member);
        }

        member = TryReadParameters(out var parameters) ? new Item(new BareItem.Flag(true), parameters) : null;
        return member is not null;
    }

    internal bool TryReadMember([NotNullWhen(true)] out Member? member)
    {
        if (Next == '(')
        {
            var isList = TryReadInnerList(out var list);
            member = list;
            return isList;
        }

        var isItem = TryReadItem(out var item);
        member = item;
        return isItem;
    }

    internal bool TryReadItem([NotNullWhen(true)] out Item? item)
    {
        item = BareItemReader.TryRead(_text, ref _at, out var value) && TryReadParameters(out var parameters)
            ? new Item(value, parameters)
            : null;
        return item is not null;
    }

    private bool TryReadInnerList([NotNullWhen(true)] out InnerList? list)
    {
        list = null;
        _at++;
        var items = new List<Item>();
        while (SkipSpaces() && !TryTake(')'))
        {
            if (items.Count == StructuredField.MaximumMembers || !TryReadItem(out var item) || Next is not (' ' or ')'))
            {
                return false;
            }

            items.Add(item);
        }

        list = TryReadParameters(out var parameters) ? new InnerList(items, parameters) : null;
        return list is not null;
    }

    private bool TryReadParameters([NotNullWhen(true)] out Parameters? parameters)
    {
        parameters = null;
        NamedValues<BareItem>? read = null;
        while (TryTake(';'))
        {
            BareItem? value = null;
            if (read?.Count == StructuredField.MaximumMembers
                || !SkipSpaces()
                || !TryReadKey(out var name)
                || (TryTake('=') && !BareItemReader.TryRead(_text, ref _at, out value)))
            {
                return false;
            }

            read ??= new NamedValues<BareItem>();
            read.Set(name, value ?? new BareItem.Flag(true));
        }

        parameters = read is null ? Parameters.None : new Parameters(read.ToArray());
        return true;
    }

    private bool TryReadKey([NotNullWhen(true)] out string? key)
    {
        var from = _at;
        if (FieldCharacters.BeginsKey(Next))
        {
            while (FieldCharacters.IsInKey(Next))
            {
                _at++;
            }
        }

        key = _at > from ? _text[from.._at].ToString() : null;
        return key is not null;
    }

    private bool TryTake(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipOptionalWhiteSpace()
    {
        while (Next is ' ' or '\t')
        {
            _at++;
        }
    }
}
