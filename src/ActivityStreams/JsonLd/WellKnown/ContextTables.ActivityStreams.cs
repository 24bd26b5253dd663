namespace PostMoney.ActivityStreams.JsonLd.WellKnown;

/// <content>Tables of the vocabulary of the fediverse.</content>
internal static partial class ContextTables
{
    /// <summary>https://www.w3.org/ns/activitystreams</summary>
    private const string ActivityStreams = """
        @vocab _:
        xsd = http://www.w3.org/2001/XMLSchema#
        as = https://www.w3.org/ns/activitystreams#
        ldp = http://www.w3.org/ns/ldp#
        vcard = http://www.w3.org/2006/vcard/ns#
        id = @id
        type = @type
        orderedItems = as:items @id @list
        contentMap = as:content - @language
        nameMap = as:name - @language
        summaryMap = as:summary - @language
        as: | Accept Activity IntransitiveActivity Add Announce Application Arrive Article Audio Block
        as: | Collection CollectionPage Relationship Create Delete Dislike Document Event Follow Flag Group
        as: | Ignore Image Invite Join Leave Like Link Mention Note Object Offer OrderedCollection
        as: | OrderedCollectionPage Organization Page Person Place Profile Question Reject Remove Service
        as: | TentativeAccept TentativeReject Tombstone Undo Update Video View Listen Read Move Travel
        as: | IsFollowing IsFollowedBy IsContact IsMember content name hreflang mediaType rel summary units
        as: | preferredUsername source
        as: @id | subject relationship actor attributedTo attachment bcc bto cc context current first
        as: @id | generator icon image inReplyTo items instrument last location next object oneOf anyOf
        as: @id | origin prev preview replies result audience partOf tag target to url href describes
        as: @id | formerType outbox following followers streams endpoints uploadMedia proxyUrl liked
        as: @id | oauthAuthorizationEndpoint oauthTokenEndpoint provideClientKey signClientKey sharedInbox
        as: @id | Public likes shares alsoKnownAs
        as: xsd:dateTime | closed endTime published startTime updated deleted
        as: xsd:float | accuracy altitude latitude longitude radius
        as: xsd:duration | duration
        as: xsd:nonNegativeInteger | height startIndex totalItems width
        ldp: @id | inbox
        """;

    /// <summary>https://litepub.social/litepub/context.jsonld</summary>
    private const string LitePub = """
        import https://www.w3.org/ns/activitystreams
        import https://w3id.org/security/v1
        ostatus = http://ostatus.org#
        schema = http://schema.org#
        toot = http://joinmastodon.org/ns#
        misskey = https://misskey-hub.net/ns#
        fedibird = http://fedibird.com/ns#
        sharkey = https://joinsharkey.org/ns#
        litepub = http://litepub.social/ns#
        vcard = http://www.w3.org/2006/vcard/ns#
        contentMap = as:content - @language
        toot: | Emoji discoverable
        as: | Hashtag manuallyApprovesFollowers sensitive quoteUrl
        schema: | PropertyValue value
        ostatus: | atomUri
        ostatus: @id | conversation
        litepub: | capabilities invisible directMessage EmojiReact ChatMessage formerRepresentations
        litepub: @id | listMessage oauthRegistrationEndpoint
        fedibird: | quoteUri
        as: @id | alsoKnownAs
        toot: @id | featured
        sharkey: @id | backgroundUrl
        """;

    /// <summary>https://purl.archive.org/miscellany</summary>
    private const string Miscellany = """
        as = https://www.w3.org/ns/activitystreams#
        xsd = http://www.w3.org/2001/XMLSchema#
        as: | Hashtag manuallyApprovesFollowers sensitive
        as: @id | movedTo
        """;

    /// <summary>https://purl.archive.org/socialweb/webfinger</summary>
    private const string WebFinger = """
        wf = https://purl.archive.org/socialweb/webfinger#
        xsd = http://www.w3.org/2001/XMLSchema#
        wf: xsd:string | webfinger
        """;
}
