namespace PostMoney.ActivityStreams.JsonLd.WellKnown;

/// <content>The table of all words that the vocabulary reads.</content>
internal static partial class ContextTables
{
    /// <summary>No published context: every plain name that the typed view reads, and the IRI that it means.</summary>
    /// <remarks>
    /// Mastodon's, Misskey's, Fedibird's, Lite Pub's, Lemmy's and GoToSocial's own words as these servers define them; FEP-2c59,
    /// FEP-044f, FEP-521a, FEP-c390; ValueFlows and om-2 as in FEP-0837.
    /// </remarks>
    internal const string Vocabulary = """
        import https://www.w3.org/ns/activitystreams
        import https://w3id.org/security/v1
        as: | Hashtag manuallyApprovesFollowers sensitive quoteUrl
        as: @id | movedTo
        http://joinmastodon.org/ns# | Emoji blurhash discoverable indexable memorial suspended votersCount
        http://joinmastodon.org/ns# @id | featured featuredTags
        http://joinmastodon.org/ns# - @list | focalPoint
        http://joinmastodon.org/ns# | attributionDomains
        http://schema.org# | PropertyValue value
        http://ostatus.org# | atomUri inReplyToAtomUri conversation
        https://misskey-hub.net/ns# | _misskey_content _misskey_quote _misskey_reaction _misskey_summary isCat
        http://fedibird.com/ns# | quoteUri
        http://litepub.social/ns# | EmojiReact ChatMessage directMessage
        https://join-lemmy.org/ns# | postingRestrictedToMods stickied distinguished
        https://join-lemmy.org/ns# @id | moderators
        https://purl.archive.org/socialweb/webfinger# http://www.w3.org/2001/XMLSchema#string | webfinger
        https://w3id.org/fep/044f# | QuoteRequest QuoteAuthorization
        https://w3id.org/fep/044f# @id | quote quoteAuthorization
        https://gotosocial.org/ns# @id | interactingObject interactionTarget interactionPolicy
        https://gotosocial.org/ns# @id | canQuote canReply canLike canAnnounce automaticApproval manualApproval
        https://w3id.org/fep/c390/ | VerifiableIdentityStatement
        https://w3id.org/security# | Multikey publicKeyMultibase
        https://w3id.org/security# @id @set | assertionMethod
        https://w3id.org/security# @id | controller
        https://w3id.org/valueflows/ont/vf# | Proposal Intent Commitment Agreement EconomicEvent
        https://w3id.org/valueflows/ont/vf# | purpose publishes reciprocal unitBased action
        https://w3id.org/valueflows/ont/vf# @id | resourceConformsTo
        https://w3id.org/valueflows/ont/vf# | resourceInventoriedAs resourceQuantity effortQuantity availableQuantity
        https://w3id.org/valueflows/ont/vf# | minimumQuantity provider receiver hasBeginning hasEnd hasPointInTime due
        https://w3id.org/valueflows/ont/vf# | finished satisfies clauseOf stipulates stipulatesReciprocal fulfills
        https://w3id.org/valueflows/ont/vf# | realizationOf
        http://www.ontology-of-units-of-measure.org/resource/om-2/ | hasUnit hasNumericalValue
        https://w3id.org/postmoney/ns# | record
        """;
}
