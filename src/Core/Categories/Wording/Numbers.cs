using System.Globalization;

namespace PostMoney.Core.Categories.Wording;

/// <summary>Numbers as people and forms write them, the same in every language: digits, a point, no grouping.</summary>
internal static class Numbers
{
    /// <summary>The shortest way to write it: 2.5, not 2.50.</summary>
    internal static string Written(decimal number) => (number / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a number of at most 28 digits.</summary>
    internal static bool TryRead(string text, out decimal number) => decimal.TryParse(
        text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture,
        out number);
}
