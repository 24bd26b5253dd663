namespace PostMoney.ActivityStreams.JsonLd.WellKnown;

/// <content>Tables of the words of single servers.</content>
internal static partial class ContextTables
{
    /// <summary>http://joinmastodon.org/ns</summary>
    private const string Mastodon = """
        toot = http://joinmastodon.org/ns#
        toot: | Emoji blurhash discoverable indexable memorial votersCount suspended
        toot: @id | featured featuredTags attributionDomains
        toot: - @list | focalPoint
        """;

    /// <summary>https://gotosocial.org/ns</summary>
    private const string GoToSocial = """
        xsd = http://www.w3.org/2001/XMLSchema#
        gts = https://gotosocial.org/ns#
        LikeAuthorization = gts:LikeApproval
        gts: | LikeRequest ReplyRequest AnnounceRequest ReplyAuthorization AnnounceAuthorization
        https://w3id.org/fep/044f# | QuoteRequest QuoteAuthorization
        gts: @id | likeAuthorization replyAuthorization announceAuthorization interactingObject
        gts: @id | interactionTarget interactionPolicy canLike canReply canAnnounce canQuote
        gts: @id | automaticApproval manualApproval always approvalRequired approvedBy
        https://w3id.org/fep/044f# @id | quoteAuthorization
        gts: xsd:boolean | hidesToPublicFromUnauthedWeb hidesCcPublicFromUnauthedWeb
        """;

    /// <summary>https://join-lemmy.org/context.json</summary>
    private const string Lemmy = """
        import https://w3id.org/security/v1
        as = https://www.w3.org/ns/activitystreams#
        lemmy = https://join-lemmy.org/ns#
        litepub = http://litepub.social/ns#
        pt = https://joinpeertube.org/ns#
        sc = http://schema.org/
        mastodon = http://joinmastodon.org/ns#
        expires = as:endTime
        language = sc:inLanguage
        litepub: | ChatMessage
        pt: | commentsEnabled
        as: | sensitive Hashtag
        lemmy: | matrixUserId postingRestrictedToMods removeData stickied distinguished
        lemmy: @id | moderators
        sc: | identifier
        mastodon: @id | featured
        """;
}
