using System.Buffers;

namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>The alphabets of RFC 8941 §3, shared by reading and writing.</summary>
internal static class FieldCharacters
{
    /// <summary>Digits of the largest integers (§3.3.1).</summary>
    internal const long LargestInteger = 999_999_999_999_999;

    private static readonly SearchValues<char> _inKey = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.*");

    private static readonly SearchValues<char> _inToken =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~:/");

    internal static bool BeginsKey(char letter) => char.IsAsciiLetterLower(letter) || letter == '*';

    internal static bool IsInKey(char letter) => _inKey.Contains(letter);

    internal static bool BeginsToken(char letter) => char.IsAsciiLetter(letter) || letter == '*';

    internal static bool IsInToken(char letter) => _inToken.Contains(letter);

    internal static bool IsPrintable(char letter) => letter is >= ' ' and <= '~';

    internal static bool ArePrintable(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~');

    internal static bool IsKey(string text) => text.Length > 0 && BeginsKey(text[0]) && !text.AsSpan().ContainsAnyExcept(_inKey);

    internal static bool IsToken(string text) => text.Length > 0 && BeginsToken(text[0]) && !text.AsSpan().ContainsAnyExcept(_inToken);
}
