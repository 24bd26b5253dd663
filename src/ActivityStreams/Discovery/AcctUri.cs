using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Discovery;

/// <summary>An account's name at a host, <c>acct:bilal@n.test</c>, which people write as <c>@bilal@n.test</c>.</summary>
/// <remarks>
/// RFC 7565, narrowed to what servers of this network use: letters, digits, and <c>. _ - ~</c> in a name of at most
/// <see cref="MaximumNameLength"/>, and a host of at most 253, optionally with a port. The host has no case and is kept
/// in lower case; whether the name has is for its host to say.
/// </remarks>
public sealed record AcctUri
{
    /// <summary>Most characters of a name.</summary>
    public const int MaximumNameLength = 128;

    private const string Scheme = "acct:";

    private AcctUri(string name, string host)
    {
        Name = name;
        Host = host;
    }

    /// <summary>What stands before the sign.</summary>
    public string Name { get; }

    /// <summary>The host in lower case, with its port where it names one.</summary>
    public string Host { get; }

    /// <summary>Reads <c>acct:name@host</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AcctUri? uri)
    {
        uri = text is not null && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Read(text.AsSpan(Scheme.Length)) : null;
        return uri is not null;
    }

    /// <summary>Reads what people write: <c>@name@host</c> or <c>name@host</c>.</summary>
    public static bool TryParseHandle(string? text, [NotNullWhen(true)] out AcctUri? uri)
    {
        uri = text is null ? null : Read(text.StartsWith('@') ? text.AsSpan(1) : text);
        return uri is not null;
    }

    /// <summary><c>acct:name@host</c>.</summary>
    public override string ToString() => $"{Scheme}{Name}@{Host}";

    private static AcctUri? Read(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf('@');
        if (at <= 0)
        {
            return null;
        }

        var name = text[..at];
        var host = text[(at + 1)..].ToString().ToLowerInvariant();
        return name.Length <= MaximumNameLength && AreName(name) && IsHost(host) ? new AcctUri(name.ToString(), host) : null;
    }

    private static bool AreName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '_' or '-' or '~'))
            {
                return false;
            }
        }

        return true;
    }

    // An address in numbers, a default port and a final dot are other texts for what has its own. Letters come first, as the
    // platform throws for a host that has others and no form in IDNA.
    private static bool IsHost(string host) =>
        host.Length is > 0 and <= 253
        && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or ':')
        && Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var uri)
        && uri.HostNameType == UriHostNameType.Dns
        && !host.EndsWith('.')
        && uri.Authority == host
        && uri.IdnHost == uri.Host;
}
