using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PostMoney.Core.Categories;

/// <summary>The name of one version of a category: <c>need.tool@v1</c>. An item keeps the version that it was published under.</summary>
public sealed partial record CategoryId
{
    private CategoryId(ItemKind kind, string topic, int version) => (Kind, Topic, Version) = (kind, topic, version);

    /// <summary>Whether it describes needs or offers.</summary>
    public ItemKind Kind { get; }

    /// <summary>What it is about, the same word for needs and offers: 2 to 31 of a–z, 0–9 and hyphen, a letter first.</summary>
    public string Topic { get; }

    /// <summary>From 1 to 99 999, each version with a schema of its own that never changes.</summary>
    public int Version { get; }

    /// <summary>The name as it is written in records and files.</summary>
    public string Value => string.Create(CultureInfo.InvariantCulture, $"{(Kind == ItemKind.Need ? "need" : "offer")}.{Topic}@v{Version}");

    /// <summary>The version that comes after this one.</summary>
    public CategoryId Next => new(Kind, Topic, Version + 1);

    /// <summary>Reads a name; false for anything that is not exactly in its written form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CategoryId? id)
    {
        var parts = Written().Match(text ?? "").Groups;
        id = parts[0].Success
            ? new CategoryId(
                parts[1].Value == "need" ? ItemKind.Need : ItemKind.Offer,
                parts[2].Value,
                int.Parse(parts[3].ValueSpan, CultureInfo.InvariantCulture))
            : null;
        return id is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"\A(need|offer)\.([a-z][a-z0-9-]{1,30})@v([1-9][0-9]{0,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
