using System.Text;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>Spoils bytes and lines of text whatever they mean: cut, doubled, mixed with others, or no longer UTF-8.</summary>
internal static class MutateBytes
{
    private static readonly byte[][] _bad = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0], [0xF5, 0x80, 0x80, 0x80], "\r\n"u8.ToArray()];

    private static readonly string[] _signs =
        ["\"", "\\", ";", ",", "=", ":", "(", ")", "?", "%", "%zz", "%00", "#", "@", "/../", "*", " ", "\t", "\0", "\r\n", "é", "\ud800", "-", "9", "9999999999999999", ";a=1", "sig1="];

    public static byte[] Apply(byte[] bytes, Chance chance)
    {
        if (bytes.Length == 0 || !chance.OneIn(3))
        {
            return bytes;
        }

        var at = chance.Below(bytes.Length);
        byte[] changed = [.. bytes];
        changed[at] ^= (byte)(1 << chance.Below(8));
        return chance.Below(5) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. chance.Of(_bad), .. bytes[at..]],
            2 => [.. bytes, .. bytes[at..]],
            3 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + chance.Below(64))..]],
            _ => changed,
        };
    }

    /// <summary>The same for text, up to three times over.</summary>
    public static string Apply(string text, IReadOnlyList<string> others, Chance chance)
    {
        for (var times = chance.Below(4); times > 0; times--)
        {
            var at = chance.Below(text.Length + 1);
            var end = at + chance.Below(text.Length - at + 1);
            text = chance.Below(6) switch
            {
                0 => text[..at],
                1 => text[..at] + text[end..],
                2 => text[..at] + chance.Of(_signs) + text[at..],
                3 => text[..at] + chance.Of(others) + text[end..],
                4 => new StringBuilder(text).Insert(at, text[at..end], Math.Min(chance.Below(200), 65_536 / (end - at + 1))).ToString(),
                _ => text[..at] + chance.Of(_signs) + text[end..],
            };
        }

        return text;
    }
}
