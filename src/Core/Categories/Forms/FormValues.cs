namespace PostMoney.Core.Categories.Forms;

/// <summary>What stands in the fields of a form, as text. Private fields are never among them: they are not shown again.</summary>
public sealed class FormValues
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values;

    internal FormValues(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values) =>
        _values = new Dictionary<string, IReadOnlyList<string>>(values, StringComparer.Ordinal);

    /// <summary>An untouched form.</summary>
    public static FormValues Empty { get; } = new([]);

    /// <summary>What stands in a field; empty when nothing does.</summary>
    public string Of(string name) => _values.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : "";

    /// <summary>Whether a box, or an option of a list, is chosen.</summary>
    public bool IsChosen(string name, string value = "true") => _values.TryGetValue(name, out var values) && values.Contains(value);

    /// <summary>The pairs that a browser would post for them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs() =>
        _values.SelectMany(v => v.Value.Select(text => KeyValuePair.Create(v.Key, text)));
}
