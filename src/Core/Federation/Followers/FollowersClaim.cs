using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Federation.Followers;

/// <summary>What a sender says of who follows them from here: the header <c>Collection-Synchronization</c> (FEP-8fcf).</summary>
/// <param name="ActorUri">The sender.</param>
/// <param name="Url">Where the list is that they keep for this node; of their own origin.</param>
/// <param name="Digest">Its digest, in lower-case hexadecimal.</param>
public sealed record FollowersClaim(string ActorUri, WebId Url, string Digest)
{
    /// <summary>The header's name.</summary>
    public const string Header = "Collection-Synchronization";

    private const int Longest = 4_096;

    /// <summary>Reads it from a delivery.</summary>
    /// <param name="request">As it came.</param>
    /// <param name="sender">Who has signed it, and is its actor.</param>
    /// <param name="covered">What the signature covers.</param>
    /// <returns>Null where there is none, or one that does not count: twice, unsigned, of another collection, or with a list elsewhere.</returns>
    internal static FollowersClaim? Read(HttpMessage request, Actor sender, IReadOnlyList<string> covered)
    {
        return request.Lines(Header) is [{ Length: <= Longest } line]
            && covered.Any(name => string.Equals(name.Trim('"'), Header, StringComparison.OrdinalIgnoreCase))
            && HeaderParameters.TryRead(line, out var said)
            && said.GetValueOrDefault("collectionId") is { } collection && collection == sender.Followers
            && WebId.TryParse(said.GetValueOrDefault("url"), out var url)
            && WebId.TryParse(sender.Uri, out var id) && url.Origin == id.Origin
            && said.GetValueOrDefault("digest") is { Length: 64 } digest && digest.All(char.IsAsciiHexDigit)
                ? new FollowersClaim(sender.Uri, url, digest.ToLowerInvariant())
                : null;
    }

    /// <summary>Writes it.</summary>
    internal static string Write(Actor sender, string digest) =>
        $"collectionId=\"{sender.Followers}\", url=\"{sender.Uri}/{FollowersOfHost.Collection}\", digest=\"{digest}\"";
}
