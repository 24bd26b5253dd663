namespace PostMoney.ActivityStreams.JsonLd.WellKnown;

/// <content>Tables of Fediverse Enhancement Proposals.</content>
internal static partial class ContextTables
{
    /// <summary>https://w3id.org/fep/0391</summary>
    private const string Fep0391 = """
        https://w3id.org/fep/0391/ @id | inReplyToProof contextProof relationshipProof
        """;

    /// <summary>https://w3id.org/fep/268d</summary>
    private const string Fep268D = """
        http://fedibird.com/ns# @id | searchableBy
        """;

    /// <summary>https://w3id.org/fep/5711</summary>
    private const string Fep5711 = """
        https://w3id.org/fep/5711# @id | likesOf sharesOf repliesOf inboxOf outboxOf followersOf followingOf
        https://w3id.org/fep/5711# @id | likedOf
        """;

    /// <summary>https://w3id.org/fep/5e53</summary>
    private const string Fep5E53 = """
        xRobotsTag = https://www.robotstxt.org/meta.html @id @list
        SPC = https://privacycg.github.io/gpc-spec/#the-sec-gpc-header-field-for-http-requests @id @list
        """;

    /// <summary>https://w3id.org/fep/7628</summary>
    private const string Fep7628 = """
        https://w3id.org/fep/7628# @id | movedTo copiedTo
        """;

    /// <summary>https://w3id.org/fep/7aa9</summary>
    private const string Fep7AA9 = """
        https://w3id.org/fep/7aa9# | FeaturedCollection FeaturedItem FeatureRequest FeatureAuthorization
        https://w3id.org/fep/7aa9# @id | topic featuredObject canFeature featureAuthorization
        """;

    /// <summary>https://w3id.org/fep/9091</summary>
    private const string Fep9091 = """
        @protected true
        https://w3id.org/fep/9091# | Export
        """;

    /// <summary>https://w3id.org/fep/a070</summary>
    private const string FepA070 = """
        orderedAttachment = https://www.w3.org/ns/activitystreams#attachment @id @list
        orderedTag = https://www.w3.org/ns/activitystreams#tag @id @list
        """;

    /// <summary>https://w3id.org/fep/bad1</summary>
    private const string FepBAD1 = """
        https://w3id.org/fep/bad1/ @id | history
        """;

    /// <summary>https://w3id.org/fep/c16b</summary>
    private const string FepC16B = """
        https://w3id.org/fep/c16b# | htmlMfm
        """;

    /// <summary>https://w3id.org/fep/c390</summary>
    private const string FepC390 = """
        https://w3id.org/fep/c390/ | VerifiableIdentityStatement
        """;

    /// <summary>https://w3id.org/fep/ef61</summary>
    private const string FepEF61 = """
        https://w3id.org/fep/ef61/ @id @list | gateways
        https://www.w3.org/ns/credentials/v2# | digestMultibase
        """;
}
