using System.Globalization;
using PostMoney.ActivityStreams.Http.Digests;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;

namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>Signs an outgoing request so that it meets <see cref="SignaturePolicy"/> anywhere.</summary>
/// <remarks>RFC 9421 §3.1; draft-cavage-http-signatures-12 §2 with the headers that Mastodon asks for; FEP-8fcf for the one that has to be covered where it is there.</remarks>
public static class RequestSigning
{
    private const string Synchronization = "collection-synchronization";

    /// <summary>Signs a request in one of the two schemes. Sign at the moment of sending: a signature lives five minutes.</summary>
    /// <param name="request">Without date, digest and signature.</param>
    /// <param name="key">The actor's.</param>
    /// <param name="keyId">Where the actor's document names the key.</param>
    /// <param name="scheme">What the receiver understands.</param>
    /// <param name="now">Our clock.</param>
    /// <returns>The headers to add: a date, for bodies a digest, and the signature.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> Sign(
        HttpMessage request, SigningKey key, string keyId, SignatureScheme scheme, DateTimeOffset now)
    {
        var isCavage = scheme == SignatureScheme.Cavage;
        var digestName = isCavage ? "Digest" : "Content-Digest";
        List<KeyValuePair<string, string>> added =
            [KeyValuePair.Create("Date", now.UtcDateTime.ToString("r", CultureInfo.InvariantCulture))];
        var hasDigest = !request.Body.IsEmpty || request.Method is not ("GET" or "HEAD");
        if (hasDigest)
        {
            added.Add(KeyValuePair.Create(
                digestName, isCavage ? BodyDigest.WriteLegacy(request.Body.Span) : BodyDigest.Write(request.Body.Span)));
        }

        var isCompared = request.Has(Synchronization);
        var message = request.With(added);
        if (isCavage)
        {
            string[] covered = [CavageSignature.RequestTarget, "host", "date", .. hasDigest ? (string[])["digest"] : [], .. isCompared ? (string[])[Synchronization] : []];
            added.Add(KeyValuePair.Create("Signature", CavageSignature.Sign(message, key, keyId, covered)));
        }
        else
        {
            string[] covered = ["\"@method\"", "\"@target-uri\"", "\"@authority\"", .. hasDigest ? (string[])["\"content-digest\""] : [], .. isCompared ? (string[])[$"\"{Synchronization}\""] : []];
            added.AddRange(Rfc9421Signature.Sign(message, key, keyId, covered, now));
        }

        return added;
    }
}
