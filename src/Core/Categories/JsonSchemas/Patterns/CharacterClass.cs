namespace PostMoney.Core.Categories.JsonSchemas.Patterns;

/// <summary>What stands between square brackets, or one of the shorthands, on its way to a .NET expression.</summary>
/// <remarks>ECMA-262 §22.2.2 with the flag <c>u</c>: <c>\d</c> and <c>\w</c> are ASCII, and a code point beyond U+FFFF is one character.</remarks>
internal sealed class CharacterClass
{
    private static readonly CodePoints _digits = new([('0', '9')]);
    private static readonly CodePoints _word = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);
    private static readonly CodePoints _space = new(
    [
        (0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A),
        (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
    ]);

    private readonly List<(int From, int To)> _ranges = [];
    private string _properties = "";
    private bool _hasOppositeProperty;

    /// <summary>Everything but the ends of lines: the full stop.</summary>
    internal static string AnyInLine { get; } =
        Written(new CodePoints([('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029)]).Complement());

    internal void Add(int from, int to) => _ranges.Add((from, to));

    /// <summary>Adds one of d, D, w, W, s and S.</summary>
    internal void AddShorthand(char letter)
    {
        var set = char.ToLowerInvariant(letter) switch { 'd' => _digits, 'w' => _word, _ => _space };
        _ranges.AddRange((char.IsUpper(letter) ? set.Complement() : set).Ranges);
    }

    /// <summary>Adds a general category by its short name. Beyond U+FFFF no character has it here: .NET sees halves.</summary>
    internal void AddProperty(string category) => _properties += $"\\p{{{category}}}";

    /// <summary>Adds everything without that general category.</summary>
    internal void AddOppositeProperty(string category)
    {
        _properties += $"\\P{{{category}}}";
        _hasOppositeProperty = true;
    }

    /// <summary>The class as an expression for one character.</summary>
    internal string Written() => _properties.Length == 0 ? Written(new CodePoints(_ranges)) : WithProperties(isOpposite: false);

    /// <summary>The class of all other characters.</summary>
    internal string WrittenOpposite() =>
        _properties.Length == 0 ? Written(new CodePoints(_ranges).Complement()) : WithProperties(isOpposite: true);

    private static string Written(CodePoints set) => Alternatives(set.Basic() is { Length: > 0 } basic ? $"[{basic}]" : null, set.Pairs());

    private string WithProperties(bool isOpposite)
    {
        var named = new CodePoints(_ranges);
        var everywhere = new CodePoints([(0, CodePoints.Last)]);
        var pairs = _hasOppositeProperty ? everywhere : named;
        return isOpposite
            ? Alternatives($"[^{named.Basic()}{_properties}\\uD800-\\uDFFF]", pairs.Complement().Pairs())
            : Alternatives($"[{named.Basic()}{_properties}-[\\uD800-\\uDFFF]]", pairs.Pairs());
    }

    private static string Alternatives(string? basic, IEnumerable<string> pairs)
    {
        var all = (basic is null ? pairs : pairs.Prepend(basic)).ToList();
        return all.Count switch
        {
            0 => "[^\\s\\S]",
            1 when basic is not null => basic,
            _ => $"(?:{string.Join('|', all)})",
        };
    }
}
