namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>A picture that stands for <c>:shortcode:</c> in a text; the picture is the icon.</summary>
/// <remarks>Mastodon's <c>toot:Emoji</c>; FEP-9098.</remarks>
public sealed record Emoji : ActivityObject
{
    /// <summary>An emoji without name.</summary>
    public Emoji()
        : base("Emoji")
    {
    }

    /// <summary>The name without its colons; null where nothing is between them.</summary>
    public string? Shortcode => Name?.Trim(':') is { Length: > 0 } code ? code : null;
}
