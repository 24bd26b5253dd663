using System.Security.Cryptography;
using PostMoney.ActivityStreams.Http.StructuredFields;

namespace PostMoney.ActivityStreams.Http.Digests;

/// <summary>Writes and compares digests of a body as HTTP fields, with SHA-256 and SHA-512.</summary>
/// <remarks>
/// RFC 9530 for <c>Content-Digest</c> and <c>Repr-Digest</c>; RFC 3230 with RFC 5843 for the older <c>Digest</c>. The two
/// new fields have one grammar: the caller hands over the content as sent, or the whole representation. Other kinds of
/// digest are passed over, as none of them withstands intent (RFC 9530 §5).
/// </remarks>
public static class BodyDigest
{
    private const string Sha256Name = "sha-256";

    private const string Sha512Name = "sha-512";

    /// <summary>The value of <c>Content-Digest</c>, <c>sha-256=:…:</c>.</summary>
    public static string Write(ReadOnlySpan<byte> body) => $"{Sha256Name}=:{Convert.ToBase64String(SHA256.HashData(body))}:";

    /// <summary>The value of the older <c>Digest</c>, <c>SHA-256=…</c>.</summary>
    public static string WriteLegacy(ReadOnlySpan<byte> body) => "SHA-256=" + Convert.ToBase64String(SHA256.HashData(body));

    /// <summary>Compares <c>Content-Digest</c> or <c>Repr-Digest</c>, its lines joined with commas, with a body.</summary>
    public static DigestCheck Check(string field, ReadOnlySpan<byte> body)
    {
        if (!StructuredField.TryReadDictionary(field, out var members))
        {
            return DigestCheck.Unreadable;
        }

        var check = DigestCheck.Unsupported;
        foreach (var (name, member) in members)
        {
            check = Combine(check, member is Item { Value: BareItem.Bytes bytes } ? Compare(name, bytes.Value, body) : DigestCheck.Unreadable);
        }

        return check;
    }

    /// <summary>Compares the older <c>Digest</c>, its lines joined with commas, with a body. Names of algorithms have no case.</summary>
    public static DigestCheck CheckLegacy(string field, ReadOnlySpan<byte> body)
    {
        var check = DigestCheck.Unsupported;
        Span<byte> digest = stackalloc byte[SHA512.HashSizeInBytes];
        foreach (var part in field.AsSpan().Split(','))
        {
            var text = field.AsSpan(part).Trim(" \t");
            var equals = text.IndexOf('=');
            if (equals <= 0)
            {
                return DigestCheck.Unreadable;
            }

            var name = text[..equals].Equals(Sha256Name, StringComparison.OrdinalIgnoreCase) ? Sha256Name
                : text[..equals].Equals(Sha512Name, StringComparison.OrdinalIgnoreCase) ? Sha512Name
                : null;
            if (name is not null)
            {
                check = Combine(check, Convert.TryFromBase64Chars(text[(equals + 1)..], digest, out var length)
                    ? Compare(name, digest[..length], body)
                    : DigestCheck.Unreadable);
            }
        }

        return check;
    }

    // The worst counts: what cannot be read, then what differs; a kind that is not known changes nothing.
    private static DigestCheck Combine(DigestCheck so, DigestCheck one) => (so, one) switch
    {
        (DigestCheck.Unreadable, _) or (_, DigestCheck.Unreadable) => DigestCheck.Unreadable,
        (DigestCheck.Differs, _) or (_, DigestCheck.Differs) => DigestCheck.Differs,
        (DigestCheck.Matches, _) or (_, DigestCheck.Matches) => DigestCheck.Matches,
        _ => DigestCheck.Unsupported,
    };

    private static DigestCheck Compare(string name, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        var length = name switch
        {
            Sha256Name => SHA256.HashData(body, hash),
            Sha512Name => SHA512.HashData(body, hash),
            _ => 0,
        };
        return length == 0 ? DigestCheck.Unsupported
            : length != digest.Length ? DigestCheck.Unreadable
            : CryptographicOperations.FixedTimeEquals(hash[..length], digest) ? DigestCheck.Matches
            : DigestCheck.Differs;
    }
}
