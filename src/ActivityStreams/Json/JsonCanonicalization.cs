using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PostMoney.ActivityStreams.Json;

/// <summary>Writes JSON in its one canonical form, so that equal documents have equal bytes to hash and sign.</summary>
/// <remarks>
/// RFC 8785 (JCS): members in order of their UTF-16 units, numbers as ECMAScript writes them, no white space, UTF-8.
/// Numbers become doubles, so integers beyond 2^53 may change: read what was signed from the canonical bytes.
/// </remarks>
public static class JsonCanonicalization
{
    /// <summary>The canonical bytes of a document that <see cref="StrictJson"/> has read, or that this node has made.</summary>
    /// <exception cref="ArgumentException">It has none: see <see cref="TryCanonicalize"/>.</exception>
    public static byte[] Canonicalize(JsonElement element) => TryCanonicalize(element, out var canonical)
        ? canonical
        : throw new ArgumentException("The document has no canonical form.", nameof(element));

    /// <summary>The canonical bytes of any document.</summary>
    /// <returns>False where it has none: a member twice, half a surrogate pair, bytes that are not UTF-8, a number beyond double.</returns>
    public static bool TryCanonicalize(JsonElement element, [NotNullWhen(true)] out byte[]? canonical)
    {
        var output = new ArrayBufferWriter<byte>(1_024);
        canonical = CanonicalWriter.TryWrite(element, output) ? output.WrittenSpan.ToArray() : null;
        return canonical is not null;
    }
}
