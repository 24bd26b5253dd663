using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Following;
using PostMoney.Core.Posts;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>A node of ours that others knock at, for all tests of a class, and two servers of strangers whom it has met: Carol and Mel live at one, Mallory at the other.</summary>
/// <remarks>
/// All three follow Amina, and she follows Carol and Mallory. Carol has said something, and likes what Amina has said. Keys are
/// fetched five times a minute from one server at most, so that tests that need more start servers of their own.
/// </remarks>
public sealed class GuardedNode : IAsyncLifetime
{
    private static readonly string[] _ofTheInbox = ["inbox_items"];

    public LocalAuthority Authority { get; } = new();

    public FederatedNode Node { get; private set; } = null!;

    /// <summary>The honest server.</summary>
    public Elsewhere P { get; private set; } = null!;

    /// <summary>Mallory's own.</summary>
    public Elsewhere E { get; private set; } = null!;

    public Stranger Carol { get; private set; } = null!;

    /// <summary>A neighbour of Carol's, on the same server.</summary>
    public Stranger Mel { get; private set; } = null!;

    public Stranger Mallory { get; private set; } = null!;

    /// <summary>Carol's follow of Amina, by its id.</summary>
    public string CarolsFollow { get; private set; } = null!;

    /// <summary>Carol's like of Amina's post, by its id.</summary>
    public string CarolsLike { get; private set; } = null!;

    /// <summary>Carol's post, by its id.</summary>
    public string CarolsPost { get; private set; } = null!;

    /// <summary>Amina's post, by its id.</summary>
    public string AminasPost { get; private set; } = null!;

    public string Amina => Node.IdOf("amina");

    public string SharedInbox => Node.Origin + "/inbox";

    public async ValueTask InitializeAsync()
    {
        (P, E) = (Elsewhere.Start(Authority, "p.test"), Elsewhere.Start(Authority, "e.test"));
        (Carol, Mel, Mallory) = (P.Person("carol"), P.Person("mel"), E.Person("mallory"));
        Node = await FederatedNode.StartAsync(Authority, "n.test", "amina", "bilal");
        await Node.DoAsync("amina", (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, Carol.Id, default));
        await Node.DoAsync("amina", (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, Mallory.Id, default));
        AminasPost = (await Node.DoAsync("amina", (Viewer viewer, PublishPost publish) =>
            publish.ExecuteAsync(viewer, new PostForm("Who has a ladder?", PostVisibility.Public), default))).Uri;
        CarolsFollow = await BeginAsync(Carol, Carol.Activity("Follow", Amina));
        await BeginAsync(Mel, Mel.Activity("Follow", Amina));
        await BeginAsync(Mallory, Mallory.Activity("Follow", Amina));
        CarolsLike = await BeginAsync(Carol, Carol.Activity("Like", AminasPost));
        CarolsPost = Carol.NewId();
        await BeginAsync(Carol, Carol.Activity("Create", Note(Carol, CarolsPost, "I have one.")));
        await QuietAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (Node?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (P?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (E?.DisposeAsync() ?? ValueTask.CompletedTask);
        Authority.Dispose();
    }

    /// <summary>Something said to everybody, and to Amina.</summary>
    public Dictionary<string, object?> Note(Stranger author, string id, string text) => new()
    {
        ["id"] = id,
        ["type"] = "Note",
        ["attributedTo"] = author.Id,
        ["content"] = text,
        ["to"] = new[] { "https://www.w3.org/ns/activitystreams#Public", Amina },
    };

    /// <summary>Posts a request as it is, to this node whatever its host says.</summary>
    public Task<RawReply> SendAsync(HttpMessage letter) => RawPost.SendAsync(Authority, new Uri(Node.Origin), letter);

    /// <summary>Finds that the answer is this, that the node remembers nothing, and that it has asked nobody.</summary>
    /// <param name="answer">Status and code.</param>
    /// <param name="letter">What is sent.</param>
    /// <param name="fetches">How often it may ask Carol's and Mallory's servers nevertheless, for a key that may have changed.</param>
    public async Task<RawReply> RefusesAsync(string answer, HttpMessage letter, int fetches = 0)
    {
        var (before, asked) = (await DigestAsync(), Fetches);

        var reply = await SendAsync(letter);

        Assert.Equal(answer, reply.Answer);
        Assert.Equal(before, await DigestAsync());
        Assert.InRange(Fetches - asked, 0, fetches);
        return reply;
    }

    /// <summary>Finds that an activity is taken in as its sender's, and refused when its turn comes: nothing has changed but what is kept of every refusal.</summary>
    /// <param name="code">Why.</param>
    /// <param name="sender">Signs it as one should.</param>
    /// <param name="activity">Says what is asked.</param>
    /// <param name="fetches">How often Carol's and Mallory's servers are asked.</param>
    public async Task RefusesLaterAsync(string code, Stranger sender, Dictionary<string, object?> activity, int fetches = 0)
    {
        var (before, asked) = (await DigestAsync(_ofTheInbox), Fetches);

        var item = await TakesInAsync(sender.SignedAsOneShould(Stranger.Letter(SharedInbox, activity)), (string)activity["id"]!);

        Assert.Equal((InboxState.Refused, code), (item.State, item.Problem));
        Assert.Null(item.Body);
        Assert.Equal(before, await DigestAsync(_ofTheInbox));
        Assert.Equal(fetches, Fetches - asked);
    }

    /// <summary>Finds that a letter is taken, and waits until its turn has come.</summary>
    public async Task<InboxItem> TakesInAsync(HttpMessage letter, string id)
    {
        var reply = await SendAsync(letter);
        Assert.Equal("202", reply.Answer);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        await Node.WaitForAsync("it was looked at", db => db.InboxItems.AnyAsync(item => item.UriHash == hash && item.State != InboxState.Waiting));
        return await Node.AskAsync((PostMoneyDb db) => db.InboxItems.AsNoTracking().SingleAsync(item => item.UriHash == hash));
    }

    /// <summary>Waits until nothing is left to do.</summary>
    public Task QuietAsync() => Node.WaitForAsync("all is done", async db =>
        !await db.InboxItems.AnyAsync(item => item.State == InboxState.Waiting)
        && !await db.Deliveries.AnyAsync(delivery => delivery.State == DeliveryState.Waiting));

    /// <summary>All that the node remembers.</summary>
    public Task<SortedDictionary<string, string>> DigestAsync(params string[] except) =>
        Node.AskAsync((PostMoneyDb db) => DatabaseDigest.OfAsync(db, except));

    public int Fetches => P.Fetches + E.Fetches;

    private async Task<string> BeginAsync(Stranger sender, Dictionary<string, object?> activity)
    {
        var id = (string)activity["id"]!;
        var item = await TakesInAsync(sender.SignedAsOneShould(Stranger.Letter(SharedInbox, activity)), id);
        Assert.Equal((InboxState.Done, null), (item.State, item.Problem));
        return id;
    }
}
