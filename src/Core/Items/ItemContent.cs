using System.Text.Json;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Items;

/// <summary>What one version of a need or an offer says: the record without its proof, in types.</summary>
public sealed record ItemContent
{
    /// <summary>The item.</summary>
    public required Guid Id { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; init; }

    /// <summary>The passport of who publishes.</summary>
    public required string Issuer { get; init; }

    /// <summary>The passport of the node that decides about it.</summary>
    public required string Authority { get; init; }

    /// <summary>The category with its version.</summary>
    public required CategoryId Category { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The summary; may be empty.</summary>
    public required string Summary { get; init; }

    /// <summary>The window, to the second.</summary>
    public required Window Window { get; init; }

    /// <summary>An object with the category's public sections; empty ones are absent.</summary>
    public required JsonElement Sections { get; init; }

    /// <summary>Of a need.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Of an offer.</summary>
    public int? Units { get; init; }

    /// <summary>Of a need that asks for one offer.</summary>
    public Guid? AskedOfferId { get; init; }

    /// <summary>Who may see it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>The passport of the group that it is published for, or null.</summary>
    public string? Group { get; init; }

    /// <summary>The passports of those who may see a direct item.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Whether search finds it.</summary>
    public required bool Discoverable { get; init; }

    /// <summary>The sealed parts.</summary>
    public IReadOnlyList<PartDigest> Parts { get; init; } = [];

    /// <summary>When this version was made, to the second.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>The data key of this version.</summary>
    public string KeyId => WrappedKey.IdOf(Id, Version);
}

/// <summary>A sealed part as the public record mentions it.</summary>
/// <param name="Name">What the category calls it.</param>
/// <param name="Digest">SHA-256 of its ciphertext, base64url; empty in a draft.</param>
public sealed record PartDigest(string Name, string Digest);
