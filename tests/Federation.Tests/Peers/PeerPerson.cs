using System.Text.Json;

namespace PostMoney.Federation.Tests.Peers;

/// <summary>Somebody at a <see cref="FedifyPeer"/>, who does things. Each ends when all who are told have answered.</summary>
/// <remarks>Where somebody does not take it, it throws a <see cref="PeerException"/>. Actors are given by id or by handle.</remarks>
public sealed class PeerPerson(FedifyPeer peer, string name)
{
    public string Name => name;

    public string Id => $"{peer.Origin}/users/{name}";

    /// <summary>Such as <c>@ruth@harbour.test:41234</c>.</summary>
    public string Handle => $"@{name}@{peer.Host}";

    public string Inbox => $"{Id}/inbox";

    public string Followers => $"{Id}/followers";

    public string Outbox => $"{Id}/outbox";

    /// <summary>Asks to follow; <see cref="FollowingAsync"/> has the one that accepted.</summary>
    public Task<Sent> FollowAsync(string actor) => SendAsync("follow", new { @as = name, actor });

    /// <summary>Takes back what was sent, by its id: a Follow, a Like, an Announce, a Block.</summary>
    public Task<Sent> UndoAsync(string activity) => SendAsync("undo", new { @as = name, activity });

    /// <param name="text">Plain; it becomes a paragraph.</param>
    /// <param name="to"><c>public</c>, <c>unlisted</c>, <c>followers</c>, or <c>direct</c> to those who are mentioned.</param>
    /// <param name="mentions">Actors, who are told too.</param>
    /// <param name="inReplyTo">The id of a post, whose author is told too.</param>
    /// <param name="summary">A content warning.</param>
    public Task<Sent> PostAsync(string text, string to = "public", IReadOnlyList<string>? mentions = null, string? inReplyTo = null, string? summary = null) =>
        SendAsync("post", new { @as = name, text, to, mentions, inReplyTo, summary });

    public Task<Sent> UpdateAsync(string post, string text) => SendAsync("update", new { @as = name, @object = post, text });

    public Task<Sent> DeleteAsync(string post) => SendAsync("delete", new { @as = name, @object = post });

    public Task<Sent> LikeAsync(string post) => SendAsync("like", new { @as = name, @object = post });

    public Task<Sent> AnnounceAsync(string post) => SendAsync("announce", new { @as = name, @object = post });

    /// <summary>Reports somebody, with posts of theirs.</summary>
    public Task<Sent> FlagAsync(string actor, string text, params IReadOnlyList<string> posts) =>
        SendAsync("flag", new { @as = name, actor, text, objects = posts });

    public Task<Sent> BlockAsync(string actor) => SendAsync("block", new { @as = name, actor });

    /// <summary>Moves to another account, which has to name this one in <c>alsoKnownAs</c>.</summary>
    public Task<Sent> MoveAsync(string target) => SendAsync("move", new { @as = name, target });

    /// <summary>Changes what is given of the profile, and tells followers.</summary>
    public Task<Sent> DescribeAsync(string? displayName = null, string? summary = null, IReadOnlyList<string>? aliases = null) =>
        SendAsync("describe", new { @as = name, name = displayName, summary, aliases });

    /// <summary>Sends any activity; id, actor and context are added where they are missing. What Fedify has no words for is lost.</summary>
    public Task<Sent> SendAsync(object activity, params IReadOnlyList<string> recipients) => SendAsync("send", new { @as = name, activity, recipients });

    /// <summary>Reads an actor or a post, signed by this person, and says what Fedify read.</summary>
    public Task<JsonElement> LookupAsync(string what) => peer.AskAsync("lookup", new { what, @as = name });

    /// <summary>Fetches a document as it is, signed by this person.</summary>
    public Task<JsonElement> LoadAsync(string address) => peer.AskAsync("load", new { address, @as = name });

    /// <summary>The ids in a collection, page by page, asked for by this person.</summary>
    public Task<string[]> CollectionAsync(string address, int limit = 100) => peer.AskAsync<string[]>("collection", new { address, limit, @as = name });

    /// <summary>Who follows this person, as the peer keeps it: ids.</summary>
    public async Task<string[]> FollowersAsync() => (await KeptAsync()).Followers;

    /// <summary>Whom this person follows and who has accepted it: ids.</summary>
    public async Task<string[]> FollowingAsync() => (await KeptAsync()).Following;

    private Task<Kept> KeptAsync() => peer.AskAsync<Kept>("person", new { @as = name });

    private Task<Sent> SendAsync(string what, object request) => peer.AskAsync<Sent>(what, request);

    private sealed record Kept(string[] Followers, string[] Following);
}
