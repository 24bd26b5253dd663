using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PostMoney.Core.Allocation;

/// <summary>Bytes that are the RFC 8785 form of what is written, as long as the writer keeps three promises.</summary>
/// <remarks>
/// Members in ascending order of their names; integers between ±(2^53 − 1); strings of printable ASCII without quotation
/// mark and reverse solidus (<see cref="RoundText"/>), for which relaxed escaping and RFC 8785 §3.2.2.2 agree.
/// </remarks>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = false,
    };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _options))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
