using System.Diagnostics.CodeAnalysis;
using PostMoney.ActivityStreams.Cryptography;

namespace PostMoney.ActivityStreams.Identifiers;

/// <summary>A passport's name: a DID that is its own Ed25519 key, so that nobody has to be asked for it.</summary>
/// <remarks>The did:key method. One key has exactly one text here; equal names are equal keys.</remarks>
public sealed class DidKey : IEquatable<DidKey>
{
    /// <summary>Characters of every such DID: <c>did:key:</c> and a Multikey.</summary>
    public const int Length = 8 + Multikey.Length;

    private const string Scheme = "did:key:";

    private DidKey(string value, Ed25519PublicKey key)
    {
        Value = value;
        Key = key;
    }

    /// <summary>The text, <c>did:key:z6Mk…</c>, of <see cref="Length"/> characters.</summary>
    public string Value { get; }

    /// <summary>The key that checks what its owner signs.</summary>
    public Ed25519PublicKey Key { get; }

    /// <summary>The URL of the key within the DID's document, <c>did:key:z6Mk…#z6Mk…</c>.</summary>
    public string VerificationMethod => string.Concat(Value, "#", Value.AsSpan(Scheme.Length));

    /// <summary>The X25519 key to which others seal for its owner. Computed at each call.</summary>
    public X25519PublicKey AgreementKey => Key.ToAgreementKey();

    /// <summary>The DID of a key.</summary>
    public static DidKey From(Ed25519PublicKey key) => new(Scheme + Multikey.Of(key), key);

    /// <summary>Reads a DID, without fragment.</summary>
    /// <returns>False for another method, another kind of key, another text for the same key, and a key that is refused.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DidKey? did)
    {
        did = text is { Length: Length }
            && text.StartsWith(Scheme, StringComparison.Ordinal)
            && Multikey.TryParse(text[Scheme.Length..], out Ed25519PublicKey? key)
            ? new DidKey(text, key)
            : null;
        return did is not null;
    }

    /// <summary>Reads a <see cref="VerificationMethod"/>: a DID and, after <c>#</c>, its own key.</summary>
    /// <returns>False where <see cref="TryParse"/> is, and where the fragment names any other key.</returns>
    public static bool TryParseVerificationMethod(string? text, [NotNullWhen(true)] out DidKey? did)
    {
        did = null;
        return text is { Length: Length + 1 + Multikey.Length }
            && TryParse(text[..Length], out did)
            && string.Equals(text, did.VerificationMethod, StringComparison.Ordinal);
    }

    /// <summary>What kind of key a did:key is of, used here or not.</summary>
    public static KeyKind Recognize(string? text) => text is not null && text.StartsWith(Scheme, StringComparison.Ordinal)
        ? Multikey.Recognize(text[Scheme.Length..])
        : KeyKind.Unknown;

    /// <inheritdoc />
    public bool Equals(DidKey? other) => other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as DidKey);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text, as <see cref="Value"/>.</summary>
    public override string ToString() => Value;
}
