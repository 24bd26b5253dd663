using PostMoney.ActivityStreams.Http;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Changes a letter after it was signed.</summary>
public static class Spoilt
{
    /// <summary>Another text within a header, which must have had the former.</summary>
    public static HttpMessage Header(HttpMessage letter, string name, string former, string text) => Rewritten(letter, letter.Target!, letter.Headers.Select(
        header => header.Key == name && header.Value.Contains(former, StringComparison.Ordinal)
            ? KeyValuePair.Create(name, header.Value.Replace(former, text, StringComparison.Ordinal))
            : header.Key == name ? throw new ArgumentException("The header does not have it.", nameof(former)) : header), letter.Body);

    /// <summary>Without a header.</summary>
    public static HttpMessage Without(HttpMessage letter, string name) =>
        Rewritten(letter, letter.Target!, letter.Headers.Where(header => header.Key != name), letter.Body);

    /// <summary>Sent to another path or with another query.</summary>
    public static HttpMessage SentTo(HttpMessage letter, string target) => Rewritten(letter, target, letter.Headers, letter.Body);

    /// <summary>With another body.</summary>
    public static HttpMessage Body(HttpMessage letter, byte[] body) => Rewritten(letter, letter.Target!, letter.Headers, body);

    private static HttpMessage Rewritten(
        HttpMessage letter, string target, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body) =>
        HttpMessage.FromRequest(letter.Method!, letter.Scheme!, target, headers, body);
}
