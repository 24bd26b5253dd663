using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Identifiers;

/// <summary>Base58 with Bitcoin's alphabet: every byte string has exactly one text.</summary>
/// <remarks>draft-msporny-base58-03. Its work grows with the square of the length, so callers bound the length.</remarks>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
        var zeros = LeadingZeros(bytes);
        Span<uint> limbs = stackalloc uint[(bytes.Length + 3) / 4];
        ReadLimbs(bytes, limbs);

        // 138 digits of base 58 hold 100 bytes.
        Span<char> text = stackalloc char[zeros + (bytes.Length * 138 / 100) + 1];
        var start = text.Length;
        while (limbs.Length > 0)
        {
            ulong remainder = 0;
            for (var i = 0; i < limbs.Length; i++)
            {
                var value = (remainder << 32) | limbs[i];
                limbs[i] = (uint)(value / 58);
                remainder = value % 58;
            }

            text[--start] = Alphabet[(int)remainder];
            limbs = limbs[0] == 0 ? limbs[1..] : limbs;
        }

        // The loop may end on zero digits that stand for nothing.
        while (start < text.Length && text[start] == Alphabet[0])
        {
            start++;
        }

        text.Slice(start - zeros, zeros).Fill(Alphabet[0]);
        return new string(text[(start - zeros)..]);
    }

    internal static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var zeros = text.IndexOfAnyExcept(Alphabet[0]);
        zeros = zeros < 0 ? text.Length : zeros;

        // Six bits a digit are more than enough.
        Span<uint> limbs = stackalloc uint[((text.Length - zeros) * 6 / 32) + 1];
        foreach (var letter in text[zeros..])
        {
            var carry = (ulong)Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (carry >= 58)
            {
                return false;
            }

            for (var i = limbs.Length - 1; i >= 0; i--)
            {
                carry += (ulong)limbs[i] * 58;
                limbs[i] = (uint)carry;
                carry >>= 32;
            }
        }

        Span<byte> value = stackalloc byte[limbs.Length * 4];
        for (var i = 0; i < limbs.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(value[(i * 4)..], limbs[i]);
        }

        value = value[LeadingZeros(value)..];
        bytes = new byte[zeros + value.Length];
        value.CopyTo(bytes.AsSpan(zeros));
        return true;
    }

    private static void ReadLimbs(ReadOnlySpan<byte> bytes, Span<uint> limbs)
    {
        Span<byte> padded = stackalloc byte[limbs.Length * 4];
        padded.Clear();
        bytes.CopyTo(padded[(padded.Length - bytes.Length)..]);
        for (var i = 0; i < limbs.Length; i++)
        {
            limbs[i] = BinaryPrimitives.ReadUInt32BigEndian(padded[(i * 4)..]);
        }
    }

    private static int LeadingZeros(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExcept((byte)0);
        return first < 0 ? bytes.Length : first;
    }
}
