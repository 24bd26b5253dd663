using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>Names and values in the order of the wire (RFC 8941 §3.1.2). What was read has each name once.</summary>
public sealed class Parameters : IEquatable<Parameters>
{
    private readonly KeyValuePair<string, BareItem>[] _entries;

    /// <summary>Parameters in this order.</summary>
    public Parameters(params IEnumerable<KeyValuePair<string, BareItem>> entries) => _entries = [.. entries];

    /// <summary>Takes the array as it is.</summary>
    internal Parameters(KeyValuePair<string, BareItem>[] entries) => _entries = entries;

    /// <summary>No parameters at all.</summary>
    public static Parameters None { get; } = new([]);

    /// <summary>The names and values in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, BareItem>> Entries => _entries;

    /// <summary>Whether a parameter is there, whatever its value.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>The value of a parameter.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out BareItem? value)
    {
        foreach (var entry in _entries)
        {
            if (string.Equals(entry.Key, name, StringComparison.Ordinal))
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc />
    public bool Equals(Parameters? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Parameters);

    /// <inheritdoc />
    public override int GetHashCode() => _entries.Aggregate(_entries.Length, HashCode.Combine);
}
