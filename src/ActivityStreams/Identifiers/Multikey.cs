using System.Diagnostics.CodeAnalysis;
using PostMoney.ActivityStreams.Cryptography;

namespace PostMoney.ActivityStreams.Identifiers;

/// <summary>A public key as text that says its kind: two bytes of multicodec, then the key, in base58btc.</summary>
/// <remarks>W3C Controlled Identifiers 1.0 §2.2.2; FEP-521a. Ed25519 is <c>0xed01</c>, X25519 is <c>0xec01</c>; both have 48 characters.</remarks>
public static class Multikey
{
    /// <summary>Characters of either kind of key.</summary>
    public const int Length = 48;

    private static ReadOnlySpan<byte> Ed25519 => [0xED, 0x01];

    private static ReadOnlySpan<byte> X25519 => [0xEC, 0x01];

    /// <summary>The text of a signing key, <c>z6Mk…</c>.</summary>
    public static string Of(Ed25519PublicKey key) => Encode(Ed25519, key.Bytes);

    /// <summary>The text of an agreement key, <c>z6LS…</c>.</summary>
    public static string Of(X25519PublicKey key) => Encode(X25519, key.Bytes);

    /// <summary>Reads a signing key.</summary>
    /// <returns>False for another kind, another length, or a key that <see cref="Ed25519PublicKey.TryCreate"/> refuses.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Ed25519PublicKey? key)
    {
        key = null;
        return TryDecode(text, Ed25519, out var bytes) && Ed25519PublicKey.TryCreate(bytes.AsSpan(2), out key);
    }

    /// <summary>Reads an agreement key.</summary>
    /// <returns>False for another kind, another length, or a key that <see cref="X25519PublicKey.TryCreate"/> refuses.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out X25519PublicKey? key)
    {
        key = null;
        return TryDecode(text, X25519, out var bytes) && X25519PublicKey.TryCreate(bytes.AsSpan(2), out key);
    }

    /// <summary>What kind of key a text is, without taking it: so that a refusal can name what it refused.</summary>
    /// <returns><see cref="KeyKind.Unknown"/> too for a key of another length than its kind's.</returns>
    public static KeyKind Recognize(string? text)
    {
        if (!Multibase.TryDecodeBase58(text, out var bytes) || bytes.Length < 2 || bytes[1] > 0x7F || bytes[0] < 0x80)
        {
            return KeyKind.Unknown;
        }

        // Every code of these kinds is a varint of two bytes (unsigned-varint: seven bits each, the lowest first).
        var kind = (KeyKind)((bytes[0] & 0x7F) | (bytes[1] << 7));
        return HasLengthOf(kind, bytes.Length - 2) ? kind : KeyKind.Unknown;
    }

    private static bool HasLengthOf(KeyKind kind, int length) => kind switch
    {
        KeyKind.Ed25519 or KeyKind.X25519 => length == 32,
        KeyKind.Secp256k1 or KeyKind.P256 => length == 33,
        KeyKind.Bls12381G1 => length == 48,
        KeyKind.P384 => length == 49,
        KeyKind.P521 => length == 67,
        KeyKind.Bls12381G2 => length == 96,
        KeyKind.Bls12381G1G2 => length == 144,
        KeyKind.Rsa => length > 0,
        _ => false,
    };

    private static string Encode(ReadOnlySpan<byte> codec, ReadOnlySpan<byte> key)
    {
        Span<byte> bytes = stackalloc byte[2 + 32];
        codec.CopyTo(bytes);
        key.CopyTo(bytes[2..]);
        return Multibase.EncodeBase58(bytes);
    }

    private static bool TryDecode(string? text, ReadOnlySpan<byte> codec, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        return text is { Length: Length } && Multibase.TryDecodeBase58(text, out bytes) && bytes.AsSpan().StartsWith(codec);
    }
}
