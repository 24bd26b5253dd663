using PostMoney.ActivityStreams.Origins;

namespace PostMoney.Core.Actors;

/// <summary>Where this node is, and the ids of everything on it. Only with an https origin is it on the fediverse.</summary>
/// <param name="origin">Such as <c>https://n.test</c>; null where nobody has said.</param>
/// <remarks>Ids must never change, so that they are made here and nowhere else.</remarks>
public sealed class NodeAddress(string? origin)
{
    private const string Nowhere = "http://localhost";

    private readonly WebId? _root = WebId.TryParse(origin + "/", out var root) ? root : null;

    /// <summary>Whether it is on the fediverse: other servers can find it, and it them.</summary>
    public bool IsKnown => _root is not null;

    /// <summary><c>https://n.test</c>, or an address that means nothing elsewhere.</summary>
    public string Origin { get; } = origin ?? Nowhere;

    /// <summary>The host, with its port where that is not the usual one: what stands after the sign in an address.</summary>
    public string Host => Origin[(Origin.IndexOf("//", StringComparison.Ordinal) + 2)..];

    /// <summary>The inbox of all actors here.</summary>
    public string SharedInbox => Origin + "/inbox";

    /// <summary>This node's own actor.</summary>
    public string Node => Origin + "/actor";

    /// <summary>A member's id.</summary>
    public string OfMember(string handle) => $"{Origin}/u/{handle}";

    /// <summary>A group's id.</summary>
    public string OfGroup(string name) => $"{Origin}/g/{name}";

    /// <summary>An activity's id.</summary>
    public string OfActivity(Guid id) => $"{Origin}/activities/{id:D}";

    /// <summary>A post's id.</summary>
    public string OfPost(Guid id) => $"{Origin}/posts/{id:D}";

    /// <summary>The conversation that begins with a post.</summary>
    public string OfContext(Guid id) => $"{Origin}/contexts/{id:D}";

    /// <summary>The answers to a post.</summary>
    public string OfReplies(Guid id) => OfPost(id) + "/replies";

    /// <summary>A photo of a post, or the smaller one that lists show.</summary>
    public string OfPhoto(Guid id) => Origin + PathOfPhoto(id);

    /// <summary>The same as a path.</summary>
    public static string PathOfPhoto(Guid id) => $"/photos/{id:D}";

    /// <summary>The page of a hashtag.</summary>
    public string OfTag(string tag) => $"{Origin}/tags/{Uri.EscapeDataString(tag)}";

    /// <summary>The page of a need or an offer.</summary>
    public string OfItem(Guid itemId) => $"{Origin}/items/{itemId:D}";

    /// <summary>A need's or an offer's id on the wire.</summary>
    public string OfProposal(Guid itemId) => $"{Origin}/proposals/{itemId:D}";

    /// <summary>Whether an id is of this node's origin, so that nobody else may speak for it (security case O-12).</summary>
    public bool IsOurs(WebId id) => _root is not null && id.Origin == _root.Origin;

    /// <summary>Whether an id is of this node's origin.</summary>
    public bool IsOurs(string id) => WebId.TryParse(id, out var read) && IsOurs(read);

    /// <summary>The host of an id as it stands in an address.</summary>
    public static string HostOf(WebId id) => id.Origin.Port == 443 ? id.Origin.Host : $"{id.Origin.Host}:{id.Origin.Port}";
}
