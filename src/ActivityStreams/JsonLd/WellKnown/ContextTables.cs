using System.Collections.Frozen;

namespace PostMoney.ActivityStreams.JsonLd.WellKnown;

/// <summary>The contexts that are built in, as tables that <see cref="ReadTable"/> reads.</summary>
internal static partial class ContextTables
{
    /// <summary>The tables by address. Two are written with either scheme.</summary>
    internal static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["https://www.w3.org/ns/activitystreams"] = ActivityStreams,
        ["https://litepub.social/litepub/context.jsonld"] = LitePub,
        ["https://purl.archive.org/miscellany"] = Miscellany,
        ["https://purl.archive.org/socialweb/webfinger"] = WebFinger,
        ["https://w3id.org/security/v1"] = SecurityV1,
        ["https://w3id.org/identity/v1"] = IdentityV1,
        ["https://www.w3.org/ns/did/v1"] = DidV1,
        ["https://w3id.org/security/data-integrity/v1"] = DataIntegrityV1,
        ["https://w3id.org/security/data-integrity/v2"] = DataIntegrityV2,
        ["https://w3id.org/security/multikey/v1"] = MultikeyV1,
        ["http://joinmastodon.org/ns"] = Mastodon,
        ["https://gotosocial.org/ns"] = GoToSocial,
        ["https://join-lemmy.org/context.json"] = Lemmy,
        ["https://w3id.org/fep/0391"] = Fep0391,
        ["https://w3id.org/fep/268d"] = Fep268D,
        ["https://w3id.org/fep/5711"] = Fep5711,
        ["https://w3id.org/fep/5e53"] = Fep5E53,
        ["https://w3id.org/fep/7628"] = Fep7628,
        ["https://w3id.org/fep/7aa9"] = Fep7AA9,
        ["https://w3id.org/fep/9091"] = Fep9091,
        ["https://w3id.org/fep/a070"] = FepA070,
        ["https://w3id.org/fep/bad1"] = FepBAD1,
        ["https://w3id.org/fep/c16b"] = FepC16B,
        ["https://w3id.org/fep/c390"] = FepC390,
        ["https://w3id.org/fep/ef61"] = FepEF61,
        [PostMoneyAddress] = PostMoney,
        ["http://www.w3.org/ns/activitystreams"] = ActivityStreams,
        ["http://w3id.org/security/v1"] = SecurityV1,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
