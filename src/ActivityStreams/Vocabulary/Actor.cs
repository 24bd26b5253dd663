using PostMoney.ActivityStreams.Origins;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>Somebody who acts: <c>Person</c>, <c>Group</c>, <c>Organization</c>, <c>Service</c> or <c>Application</c>.</summary>
/// <remarks>ActivityPub §4.1; Activity Vocabulary §3.2. Words of Mastodon are under <c>http://joinmastodon.org/ns#</c>.</remarks>
public sealed record Actor : ActivityObject
{
    /// <summary>A person, until another type is given.</summary>
    public Actor()
        : base("Person")
    {
    }

    /// <summary>Where activities are sent to them.</summary>
    public WebId? Inbox { get => IdOf("inbox"); init => Put("inbox", Values.Of(value?.Value)); }

    /// <summary>What they have published.</summary>
    public WebId? Outbox { get => IdOf("outbox"); init => Put("outbox", Values.Of(value?.Value)); }

    /// <summary>Who follows them.</summary>
    public WebId? Followers { get => IdOf("followers"); init => Put("followers", Values.Of(value?.Value)); }

    /// <summary>Whom they follow.</summary>
    public WebId? Following { get => IdOf("following"); init => Put("following", Values.Of(value?.Value)); }

    /// <summary>What they have liked.</summary>
    public WebId? Liked { get => IdOf("liked"); init => Put("liked", Values.Of(value?.Value)); }

    /// <summary>What they have put first (Mastodon).</summary>
    public WebId? Featured { get => IdOf("featured"); init => Put("featured", Values.Of(value?.Value)); }

    /// <summary>Hashtags that they have put first (Mastodon).</summary>
    public WebId? FeaturedTags { get => IdOf("featuredTags"); init => Put("featuredTags", Values.Of(value?.Value)); }

    /// <summary>One inbox for all actors of their server (ActivityPub §4.1, <c>endpoints</c>). Setting it leaves other endpoints alone.</summary>
    public WebId? SharedInbox
    {
        get => One<ActivityObject>("endpoints")?.IdOf("sharedInbox");
        init => PutOne("endpoints", (One<ActivityObject>("endpoints") ?? new ActivityObject()).With("sharedInbox", Values.Of(value?.Value)));
    }

    /// <summary>A short name, not unique. A handle counts only once WebFinger leads back (security case S-34).</summary>
    public string? PreferredUsername { get => Text("preferredUsername"); init => Put("preferredUsername", Values.Of(value)); }

    /// <summary>Their name in WebFinger, with or without <c>acct:</c> (FEP-2c59); to be confirmed as above.</summary>
    public string? Webfinger { get => Text("webfinger"); init => Put("webfinger", Values.Of(value)); }

    /// <summary>Whether they accept followers one by one.</summary>
    public bool? ManuallyApprovesFollowers { get => Flag("manuallyApprovesFollowers"); init => Put("manuallyApprovesFollowers", Values.Of(value)); }

    /// <summary>Whether they may be recommended to others (Mastodon).</summary>
    public bool? Discoverable { get => Flag("discoverable"); init => Put("discoverable", Values.Of(value)); }

    /// <summary>Whether what they publish may be searched (FEP-5feb, Mastodon). What is not said is not allowed.</summary>
    public bool? Indexable { get => Flag("indexable"); init => Put("indexable", Values.Of(value)); }

    /// <summary>Whether their server has suspended them (Mastodon).</summary>
    public bool? Suspended { get => Flag("suspended"); init => Put("suspended", Values.Of(value)); }

    /// <summary>Whether they have died (Mastodon).</summary>
    public bool? Memorial { get => Flag("memorial"); init => Put("memorial", Values.Of(value)); }

    /// <summary>Whether only moderators may post to the group (Lemmy; FEP-1b12).</summary>
    public bool? PostingRestrictedToMods { get => Flag("postingRestrictedToMods"); init => Put("postingRestrictedToMods", Values.Of(value)); }

    /// <summary>Who moderates the group (Lemmy; FEP-1b12, which says <c>attributedTo</c>).</summary>
    public WebId? Moderators { get => IdOf("moderators"); init => Put("moderators", Values.Of(value?.Value)); }

    /// <summary>Where they have moved. To be believed only if <see cref="AlsoKnownAs"/> there leads back (FEP-7628; security case S-36).</summary>
    public WebId? MovedTo { get => IdOf("movedTo"); init => Put("movedTo", Values.Of(value?.Value)); }

    /// <summary>Other ids that they say are theirs.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get => Texts("alsoKnownAs"); init => PutTexts("alsoKnownAs", value, isArray: true); }

    /// <summary>Hosts that may name them as author (Mastodon).</summary>
    public IReadOnlyList<string> AttributionDomains { get => Texts("attributionDomains"); init => PutTexts("attributionDomains", value, isArray: true); }

    /// <summary>RSA keys, as <c>security/v1</c> has them. A signature's key is found by <see cref="ActorKey.Find"/>, which asks whose it is.</summary>
    public IReadOnlyList<PublicKey> PublicKey { get => All<PublicKey>("publicKey"); init => PutAll("publicKey", value); }

    /// <summary>Multikeys (FEP-521a). As <see cref="PublicKey"/>.</summary>
    public IReadOnlyList<PublicKey> AssertionMethod { get => All<PublicKey>("assertionMethod"); init => PutAll("assertionMethod", value, isArray: true); }

    /// <summary>The lines of their profile.</summary>
    public IEnumerable<PropertyValue> Fields => Attachment.Where(one => one.Is("PropertyValue")).Select(one => one.As<PropertyValue>());

    /// <summary>Identities that are said to be theirs (FEP-c390), not checked.</summary>
    public IEnumerable<IdentityStatement> IdentityStatements =>
        Attachment.Where(one => one.Is("VerifiableIdentityStatement")).Select(one => one.As<IdentityStatement>());
}
