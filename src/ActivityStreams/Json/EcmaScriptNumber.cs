using System.Buffers;
using System.Globalization;

namespace PostMoney.ActivityStreams.Json;

/// <summary>Writes a double as ECMAScript does.</summary>
/// <remarks>
/// RFC 8785 §3.2.2.3, ECMA-262 Number::toString. The framework finds the same shortest digits and lays them out
/// differently, so only the layout is done here.
/// </remarks>
internal static class EcmaScriptNumber
{
    /// <param name="value">A finite number.</param>
    /// <param name="output">Gets at most 25 bytes.</param>
    internal static void Write(double value, IBufferWriter<byte> output)
    {
        if (value == 0)
        {
            output.Write("0"u8);
            return;
        }

        Span<byte> shortest = stackalloc byte[32];
        _ = Math.Abs(value).TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);
        Span<byte> digits = stackalloc byte[32];
        var (count, point) = Split(shortest[..length], digits);
        if (value < 0)
        {
            output.Write("-"u8);
        }

        Lay(digits[..count], point, output);
    }

    // Digits without zeros at either end, and where the point stands: 0.d1d2d3… times ten to the power of it.
    private static (int Count, int Point) Split(ReadOnlySpan<byte> number, Span<byte> digits)
    {
        var exponent = 0;
        var mantissa = number;
        var mark = number.IndexOf((byte)'E');
        if (mark >= 0)
        {
            mantissa = number[..mark];
            exponent = int.Parse(number[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        var dot = mantissa.IndexOf((byte)'.');
        var point = exponent + (dot < 0 ? mantissa.Length : dot);
        var count = 0;
        foreach (var character in mantissa)
        {
            if (character == '.')
            {
                continue;
            }

            if (count == 0 && character == '0')
            {
                point--;
                continue;
            }

            digits[count++] = character;
        }

        while (digits[count - 1] == '0')
        {
            count--;
        }

        return (count, point);
    }

    private static void Lay(ReadOnlySpan<byte> digits, int point, IBufferWriter<byte> output)
    {
        switch (point)
        {
            case > 0 and <= 21 when digits.Length <= point:
                output.Write(digits);
                Zeros(point - digits.Length, output);
                break;
            case > 0 and <= 21:
                output.Write(digits[..point]);
                output.Write("."u8);
                output.Write(digits[point..]);
                break;
            case > -6 and <= 0:
                output.Write("0."u8);
                Zeros(-point, output);
                output.Write(digits);
                break;
            default:
                LayExponent(digits, point - 1, output);
                break;
        }
    }

    private static void LayExponent(ReadOnlySpan<byte> digits, int exponent, IBufferWriter<byte> output)
    {
        output.Write(digits[..1]);
        if (digits.Length > 1)
        {
            output.Write("."u8);
            output.Write(digits[1..]);
        }

        output.Write(exponent < 0 ? "e-"u8 : "e+"u8);
        Span<byte> text = stackalloc byte[4];
        _ = Math.Abs(exponent).TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        output.Write(text[..length]);
    }

    private static void Zeros(int count, IBufferWriter<byte> output) => output.Write("000000000000000000000"u8[..count]);
}
