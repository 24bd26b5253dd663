using System.Globalization;
using System.Text;

namespace PostMoney.Core.Posts;

/// <summary>An emoji that is text: what a reader sees as one picture, and what no sentence can be made of.</summary>
/// <remarks>Unicode Technical Standard 51 as far as it needs no table: symbols with their modifiers and joiners, flags, and keycaps.</remarks>
public static class TextEmoji
{
    /// <summary>Most characters of one, in UTF-16.</summary>
    public const int Longest = 32;

    private const int Keycap = 0x20E3;

    private const int AsPicture = 0xFE0F;

    /// <summary>Reads one.</summary>
    /// <returns>The emoji; or null for any other text, names of pictures that only their server has among them.</returns>
    public static string? Read(string? text)
    {
        var emoji = text?.Trim() ?? "";
        if (emoji.Length is 0 or > Longest || StringInfo.GetNextTextElementLength(emoji) != emoji.Length)
        {
            return null;
        }

        var runes = emoji.EnumerateRunes().ToList();
        var isPicture = runes.Exists(rune => rune.Value is Keycap or AsPicture || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);
        return isPicture && runes.TrueForAll(rune => MayBePart(rune, runes)) ? emoji : null;
    }

    private static bool MayBePart(Rune rune, List<Rune> all) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.DashPunctuation => true,
        UnicodeCategory.DecimalDigitNumber => rune.IsAscii && all[^1].Value == Keycap,
        _ => rune.Value is Keycap or AsPicture or 0x200D or (>= 0xE0020 and <= 0xE007F),
    };
}
