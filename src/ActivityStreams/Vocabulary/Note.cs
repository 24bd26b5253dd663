namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>Something to read: a <c>Note</c>, <c>Article</c>, <c>Page</c>, <c>Event</c>, <c>Video</c> and what else is published.</summary>
/// <remarks>
/// Activity Vocabulary §3.3; Mastodon's <c>sensitive</c>; FEP-044f for quotes with the older words beside it; FEP-e232 for
/// links to objects; Misskey's source text.
/// </remarks>
public record Note : ActivityObject
{
    /// <summary>A note, until another type is given.</summary>
    public Note()
        : base("Note")
    {
    }

    private protected Note(string type)
        : base(type)
    {
    }

    /// <summary>Whether it is to be hidden behind <see cref="ActivityObject.Summary"/> until it is asked for (Mastodon).</summary>
    public bool? Sensitive { get => Flag("sensitive"); init => Put("sensitive", Values.Of(value)); }

    /// <summary>What it quotes (FEP-044f). Shown as a quote only with a <see cref="QuoteAuthorization"/> that was checked.</summary>
    public ActivityObject? Quote { get => One<ActivityObject>("quote"); init => PutOne("quote", value); }

    /// <summary>The permission to quote (FEP-044f).</summary>
    public ActivityObject? QuoteAuthorization { get => One<ActivityObject>("quoteAuthorization"); init => PutOne("quoteAuthorization", value); }

    /// <summary>What it quotes by the words that came before FEP-044f, none of which asked for permission.</summary>
    public string? QuoteUrl
    {
        get => Values.Iri(Sole("quoteUrl")) ?? Values.Iri(Sole("quoteUri")) ?? Values.Iri(Sole("_misskey_quote"));
        init => Put("quoteUrl", Values.Of(value));
    }

    /// <summary>Who may quote, reply and so on (FEP-044f; GoToSocial).</summary>
    public ActivityObject? InteractionPolicy { get => One<ActivityObject>("interactionPolicy"); init => PutOne("interactionPolicy", value); }

    /// <summary>The text that its content was made from, with its media type (ActivityPub §3.3).</summary>
    public ActivityObject? Source { get => One<ActivityObject>("source"); init => PutOne("source", value); }

    /// <summary>The text in Misskey's own markup.</summary>
    public string? MisskeyContent { get => Text("_misskey_content"); init => Put("_misskey_content", Values.Of(value)); }

    /// <summary>The conversation's name (OStatus; still sent by Mastodon). <see cref="ActivityObject.Context"/> is the later way.</summary>
    public string? Conversation { get => Text("conversation"); init => Put("conversation", Values.Of(value)); }

    /// <summary>Whom it mentions.</summary>
    public IEnumerable<Link> Mentions => Links("Mention");

    /// <summary>Its hashtags.</summary>
    public IEnumerable<Link> Hashtags => Links("Hashtag");

    /// <summary>Links to objects of the fediverse (FEP-e232).</summary>
    public IEnumerable<Link> ObjectLinks => Links("Link").Where(link => link.IsObjectLink);

    /// <summary>The emojis that its text may use.</summary>
    public IEnumerable<Emoji> Emojis => Tag.Where(tag => tag.Is("Emoji")).Select(tag => tag.As<Emoji>());

    private IEnumerable<Link> Links(string type) => Tag.Where(tag => tag.Is(type)).Select(tag => tag.As<Link>());
}
