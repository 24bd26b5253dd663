using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;

namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>Which key ids may lead to a look-up at all.</summary>
internal static class KeyIds
{
    /// <summary>Whether an id is a canonical https URL or a did:key with its own key. Nothing else causes a packet to be sent.</summary>
    internal static bool CanBeLookedUp(string keyId, bool allowsPlainHttp) =>
        DidKey.TryParseVerificationMethod(keyId, out _) || WebId.TryParse(keyId, allowsPlainHttp, out _);
}
