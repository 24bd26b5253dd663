namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>The alphabets of RFC 8941 §3, shared by reading and writing.</summary>
internal static class FieldCharacters
{
    /// <summary>Digits of the largest integers (§3.3.1).</summary>
    internal const long LargestInteger = 999_999_999_999_999;

    internal static bool BeginsKey(char letter) => char.IsAsciiLetterLower(letter) || letter == '*';

    internal static bool IsInKey(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-' or '.' or '*';

    internal static bool BeginsToken(char letter) => char.IsAsciiLetter(letter) || letter == '*';

    internal static bool IsInToken(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~:/".Contains(letter, StringComparison.Ordinal);

    internal static bool IsPrintable(char letter) => letter is >= ' ' and <= '~';

    internal static bool IsKey(string text) => text.Length > 0 && BeginsKey(text[0]) && text.All(IsInKey);

    internal static bool IsToken(string text) => text.Length > 0 && BeginsToken(text[0]) && text.All(IsInToken);
}
