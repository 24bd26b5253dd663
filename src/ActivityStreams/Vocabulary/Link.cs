namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>A link: <c>Link</c>, <c>Mention</c>, <c>Hashtag</c>, or the address alone.</summary>
/// <remarks>
/// ActivityStreams 2.0 Core §4.2; Activity Vocabulary §2, and §3.3 for <c>Mention</c>; <c>Hashtag</c> is Mastodon's; links
/// to objects are FEP-e232's.
/// </remarks>
public sealed record Link : ActivityObject
{
    private const string Profile = "https://www.w3.org/ns/activitystreams";

    /// <summary>A link without target.</summary>
    public Link()
        : base("Link")
    {
    }

    /// <summary>The target, an absolute IRI of any scheme: look at the scheme before it is shown or followed.</summary>
    public string? Href { get => Values.Iri(Sole(IsReference ? "id" : "href")); init => Put("href", Values.Of(value)); }

    /// <summary>What the target is to the object (RFC 5988, HTML).</summary>
    public IReadOnlyList<string> Rel { get => Texts("rel"); init => PutTexts("rel", value, isArray: false); }

    /// <summary>The target's language, a tag of RFC 5646.</summary>
    public string? HrefLang
    {
        get => Text("hreflang") is { } tag && Values.IsLanguage(tag) ? tag : null;
        init => Put("hreflang", Values.Of(value));
    }

    /// <summary>Width in pixels.</summary>
    public long? Width { get => Values.Count(Sole("width")); init => Put("width", Values.Of(value)); }

    /// <summary>Height in pixels.</summary>
    public long? Height { get => Values.Count(Sole("height")); init => Put("height", Values.Of(value)); }

    /// <summary>Whether the target is an object of the fediverse (FEP-e232), by its media type.</summary>
    public bool IsObjectLink => MediaType is { } type
        && (type.StartsWith("application/activity+json", StringComparison.OrdinalIgnoreCase)
            || (type.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) && type.Contains(Profile, StringComparison.Ordinal)));

    /// <summary>A mention of an actor, called for instance <c>@bilal@n.test</c>.</summary>
    public static Link Mention(string href, string name) => new() { Type = "Mention", Href = href, Name = name };

    /// <summary>A hashtag, called for instance <c>#tools</c>.</summary>
    public static Link Hashtag(string href, string name) => new() { Type = "Hashtag", Href = href, Name = name };
}
