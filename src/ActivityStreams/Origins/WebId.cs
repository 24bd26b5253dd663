using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Origins;

/// <summary>The id of something on the web, in its one canonical text: <c>https://host/path</c>.</summary>
/// <remarks>
/// FEP-fe34. Ids are compared as text, so only a text that a URL parser leaves as it is can be one: https, a host in
/// lower case, no user, no default port, no dot segments, no letters outside ASCII. At most
/// <see cref="MaximumLength"/> characters. A fragment is allowed, as keys and parts of a document have one.
/// </remarks>
public sealed class WebId : IEquatable<WebId>
{
    /// <summary>Most characters of an id.</summary>
    public const int MaximumLength = 2_048;

    private WebId(string value, Uri address)
    {
        Value = value;
        Address = address;
        Origin = new Origin(address.Scheme, address.IdnHost, address.Port);
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Scheme, host and port, which decide who may speak for it.</summary>
    public Origin Origin { get; }

    /// <summary>Where it is fetched from: the id without its fragment.</summary>
    public Uri Document => new(Address.GetLeftPart(UriPartial.Query));

    /// <summary>Whether it names a part of a document.</summary>
    public bool HasFragment => Address.Fragment.Length > 0;

    private Uri Address { get; }

    /// <summary>Reads an id.</summary>
    /// <returns>False for any other text, http among them.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebId? id) => TryParse(text, allowsPlainHttp: false, out id);

    /// <summary>Reads an id, where asked for with http too: for servers of a test alone.</summary>
    public static bool TryParse(string? text, bool allowsPlainHttp, [NotNullWhen(true)] out WebId? id)
    {
        id = text is { Length: <= MaximumLength }
            && (text.StartsWith("https://", StringComparison.Ordinal) || (allowsPlainHttp && text.StartsWith("http://", StringComparison.Ordinal)))
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && string.Equals(address.AbsoluteUri, text, StringComparison.Ordinal)
            && address.UserInfo.Length == 0
            && IsHost(address)
            && !address.AbsolutePath.Contains("%2e", StringComparison.OrdinalIgnoreCase)
            ? new WebId(text, address)
            : null;
        return id is not null;
    }

    /// <summary>Reads an id that was made here, or was read before.</summary>
    /// <exception cref="FormatException">It is none. What comes from outside goes through <see cref="TryParse(string?, out WebId?)"/>.</exception>
    public static WebId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("An id is a canonical https URL.");

    /// <inheritdoc />
    public bool Equals(WebId? other) => other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as WebId);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text, as <see cref="Value"/>.</summary>
    public override string ToString() => Value;

    private static bool IsHost(Uri address) => address.HostNameType switch
    {
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => true,
        UriHostNameType.Dns => !address.Host.EndsWith('.')
            && address.Host.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-'),
        _ => false,
    };
}
