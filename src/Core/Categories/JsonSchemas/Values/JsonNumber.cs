using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace PostMoney.Core.Categories.JsonSchemas.Values;

/// <summary>A JSON number held exactly: <c>Mantissa × 10^Exponent</c>, without trailing zeros, so that equal numbers are equal values.</summary>
/// <remarks>JSON Schema compares by mathematical value (core §4.2.2): 1, 1.0 and 1e0 are one number, and no precision may be lost.</remarks>
internal readonly record struct JsonNumber(BigInteger Mantissa, int Exponent, int Digits) : IComparable<JsonNumber>
{
    // A number that nobody writes by hand; big-integer arithmetic on more is a way to keep a server busy.
    private const int MostDigits = 400;
    private const int FarthestExponent = 100_000;

    /// <summary>Whether it has no fraction. 3.0 has none.</summary>
    internal bool IsInteger => Exponent >= 0;

    /// <summary>Reads a number as JSON writes it; refuses more than 400 digits or an exponent beyond ±100 000.</summary>
    internal static bool TryParse(string json, out JsonNumber number)
    {
        number = default;
        var (digits, exponent) = Split(json);
        if (exponent is not { } power || digits.Length > MostDigits)
        {
            return false;
        }

        var significant = digits.TrimEnd('0');
        power += digits.Length - significant.Length;
        significant = significant.TrimStart('0');
        if (significant.Length == 0)
        {
            return true;
        }

        var mantissa = BigInteger.Parse(significant, CultureInfo.InvariantCulture);
        number = new JsonNumber(json[0] == '-' ? -mantissa : mantissa, power, significant.Length);
        return Math.Abs(power) <= FarthestExponent;
    }

    /// <summary>The number of an element that has passed <see cref="Screening"/>.</summary>
    internal static JsonNumber Of(JsonElement element) => TryParse(element.GetRawText(), out var number)
        ? number
        : throw new InvalidOperationException("A number that was not screened.");

    /// <inheritdoc />
    public int CompareTo(JsonNumber other)
    {
        if (Mantissa.Sign != other.Mantissa.Sign || Mantissa.IsZero)
        {
            return Mantissa.Sign.CompareTo(other.Mantissa.Sign);
        }

        // Where the magnitudes differ, the far powers of ten need not be written out.
        var magnitude = (Digits + Exponent).CompareTo(other.Digits + other.Exponent);
        if (magnitude != 0)
        {
            return magnitude * Mantissa.Sign;
        }

        var shift = Exponent - other.Exponent;
        return shift >= 0
            ? (Mantissa * BigInteger.Pow(10, shift)).CompareTo(other.Mantissa)
            : Mantissa.CompareTo(other.Mantissa * BigInteger.Pow(10, -shift));
    }

    /// <summary>A hash that a stranger cannot steer: seeded for each process.</summary>
    public override int GetHashCode() => HashCode.Combine(Mantissa, Exponent);

    /// <summary>Whether it is a whole multiple of a number greater than zero.</summary>
    internal bool IsMultipleOf(JsonNumber divisor)
    {
        if (Mantissa.IsZero)
        {
            return true;
        }

        var shift = Exponent - divisor.Exponent;

        // Below zero the quotient needs 10^-shift to divide a mantissa that does not end in 0: never.
        return shift >= 0
            && (BigInteger.ModPow(10, shift, divisor.Mantissa) * Mantissa % divisor.Mantissa).IsZero;
    }

    /// <summary>The number as a count, at most <see cref="int.MaxValue"/>; null when it has a fraction or is below zero.</summary>
    internal int? AsCount() => !IsInteger || Mantissa.Sign < 0 ? null
        : Digits + Exponent > 10 ? int.MaxValue
        : (int)BigInteger.Min(Mantissa * BigInteger.Pow(10, Exponent), int.MaxValue);

    private static (string Digits, int? Exponent) Split(string json)
    {
        var end = json.AsSpan().IndexOfAny('e', 'E');
        var plain = end < 0 ? json : json[..end];
        var power = 0;
        if (end >= 0 && !int.TryParse(json.AsSpan(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power))
        {
            return ("", null);
        }

        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? "" : plain[(point + 1)..];
        var whole = (point < 0 ? plain : plain[..point]).TrimStart('-');
        return Math.Abs((long)power) > FarthestExponent ? ("", null) : (whole + fraction, power - fraction.Length);
    }
}
