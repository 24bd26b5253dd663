using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Posts;
using PostMoney.Core.Posts.Pins;
using PostMoney.Core.Timelines;
using PostMoney.Federation.Tests.Peers;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Amina of a node of ours and Ruth of a server by Fedify follow each other and talk.</summary>
public sealed class TalkingAcrossServers() : NextToHarbour(new FedifyOptions { FirstKnock = "cavage" }, "amina", "bilal")
{
    private string Amina => Node.IdOf("amina");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Node.DoAsync("amina", (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, Ruth.Handle, default));
        await Ruth.FollowAsync(Node.AddressOf("amina"));
        await Harbour.WaitForAsync("Accept", Amina);
        await Node.WaitForAsync("both follow each other", async db => await db.Follows.CountAsync(f => f.State == FollowState.Accepted) == 2);
    }

    [Fact]
    public async Task What_a_follower_elsewhere_gets_can_be_checked_in_every_way()
    {
        var post = await PublishAsync("Who has a <ladder>? #tools");

        var create = await Harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == post.Uri);
        Assert.True(create.IsVerified, create.ToString());
        var note = create.Json.GetProperty("object");
        Assert.Equal("<p>Who has a &lt;ladder&gt;? <a class=\"hashtag\" href=\"" + Node.Origin + "/tags/tools\" rel=\"tag\">#tools</a></p>", note.GetProperty("content").GetString());
        Assert.True((await Harbour.VerifyProofAsync(note)).IsProofVerified);

        var read = await Ruth.LookupAsync(post.Uri);
        Assert.Equal(post.Uri, read.GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_is_answered_liked_and_passed_on_elsewhere_is_seen_here()
    {
        var post = await PublishAsync("Who has a ladder?");
        await Harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == post.Uri);

        await Ruth.PostAsync("I have.", mentions: [Node.AddressOf("amina")], inReplyTo: post.Uri);
        await Ruth.LikeAsync(post.Uri);
        var boost = await Ruth.AnnounceAsync(post.Uri);

        await Node.WaitForAsync("one answer, one like, one boost", async db =>
            await db.Posts.AnyAsync(p => p.ReplyToId == post.Id && !p.IsLocal) && await db.Reactions.CountAsync(r => r.PostId == post.Id) == 2);
        var thread = await Node.AsAsync("amina", (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, post.Id, default));
        Assert.Equal(["<p>Who has a ladder?</p>", "<p>I have.</p>"], thread!.Select(card => card.Content));

        await Ruth.UndoAsync(boost.ActivityId);
        await Node.WaitForAsync("the boost is taken back", async db => await db.Reactions.CountAsync(r => r.PostId == post.Id) == 1);
    }

    [Fact]
    public async Task What_somebody_elsewhere_says_changes_and_takes_back_is_so_here()
    {
        var said = (await Ruth.PostAsync("The boat leaves at nine.")).ObjectId!;
        await Node.WaitForAsync("the post is here", db => db.Posts.AnyAsync(p => p.Uri == said));
        var home = await Node.AsAsync("amina", (Viewer viewer, PostTimelines timelines) => timelines.HomeAsync(viewer, null, default));
        Assert.Contains(home.Cards, card => card.Content.Contains("The boat leaves at nine.", StringComparison.Ordinal));

        await Ruth.UpdateAsync(said, "The boat leaves at ten.");
        await Node.WaitForAsync("the post is changed", db => db.Posts.AnyAsync(p => p.Uri == said && p.Version == 2 && p.Content.Contains("ten")));

        await Ruth.DeleteAsync(said);
        await Node.WaitForAsync("the post is gone", db => db.Posts.AnyAsync(p => p.Uri == said && p.DeletedAt != null && p.Content == ""));
    }

    [Fact]
    public async Task What_a_member_likes_passes_on_changes_and_takes_back_is_told_elsewhere()
    {
        var said = (await Ruth.PostAsync("The boat leaves at nine.")).ObjectId!;
        await Node.WaitForAsync("the post is here", db => db.Posts.AnyAsync(p => p.Uri == said));
        var theirs = await Node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Posts.Where(p => p.Uri == said).Select(p => p.Id).SingleAsync());

        await Node.DoAsync("amina", (Viewer viewer, ReactToPost react) => react.ExecuteAsync(viewer, theirs, ReactionKind.Like, default));
        await Node.DoAsync("amina", (Viewer viewer, ReactToPost react) => react.ExecuteAsync(viewer, theirs, ReactionKind.Boost, default));
        await Node.DoAsync("amina", (Viewer viewer, ReactToPost react) => react.UndoAsync(viewer, theirs, ReactionKind.Boost, default));
        List<Received> seen =
        [
            await Harbour.WaitForAsync(one => one.Type == "Like" && one.ObjectId == said),
            await Harbour.WaitForAsync(one => one.Type == "Announce" && one.ObjectId == said),
            await Harbour.WaitForAsync("Undo", Amina),
        ];

        var post = await PublishAsync("Coming!");
        await Node.DoAsync("amina", (Viewer viewer, EditPost edit) => edit.ExecuteAsync(viewer, post.Id, "Coming at ten!", "", default));
        await Node.DoAsync("amina", (Viewer viewer, DeletePost delete) => delete.ExecuteAsync(viewer, post.Id, default));
        seen.Add(await Harbour.WaitForAsync(one => one.Type == "Update" && one.ObjectId == post.Uri));
        seen.Add(await Harbour.WaitForAsync(one => one.Type == "Delete" && one.ObjectId == post.Uri));

        Assert.All(seen, one => Assert.True(one.IsVerified, one.ToString()));
    }

    [Fact]
    public async Task What_is_for_followers_is_read_by_a_follower_and_by_nobody_else()
    {
        var post = await PublishAsync("Among us.", PostVisibility.Followers);
        await Harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == post.Uri);

        Assert.Equal(post.Uri, (await Ruth.LoadAsync(post.Uri)).GetProperty("id").GetString());
        await Assert.ThrowsAsync<PeerException>(() => Harbour.Person("sol").LoadAsync(post.Uri));
        await Assert.ThrowsAsync<PeerException>(() => Harbour.LoadAsync(post.Uri));
    }

    [Fact]
    public async Task What_is_for_thisNode_never_leaves_it()
    {
        var inside = await PublishAsync("Key under the mat.", PostVisibility.Node);
        var outside = await PublishAsync("Hello.");
        await Harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == outside.Uri);

        Assert.DoesNotContain(await Harbour.ReceivedAsync(), one => one.Body.Contains("mat", StringComparison.Ordinal));
        await Assert.ThrowsAsync<PeerException>(() => Ruth.LoadAsync(inside.Uri));
    }

    [Fact]
    public async Task A_conversation_can_be_walked_from_elsewhere_as_far_as_everybody_may_read_it()
    {
        var post = await PublishAsync("Who has a ladder?");
        await Harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == post.Uri);
        var answer = (await Ruth.PostAsync("I have.", mentions: [Node.AddressOf("amina")], inReplyTo: post.Uri)).ObjectId!;
        var whisper = (await Ruth.PostAsync("But it is broken.", to: "direct", mentions: [Node.AddressOf("amina")], inReplyTo: post.Uri)).ObjectId!;
        await Node.WaitForAsync("both answers are here", async db => await db.Posts.CountAsync(p => p.Uri == answer || p.Uri == whisper) == 2);

        var note = await Harbour.LoadAsync(post.Uri);

        Assert.Equal([answer], await Ruth.CollectionAsync(note.GetProperty("replies").GetString()!));
        Assert.Equal([post.Uri, answer], await Harbour.Person("sol").CollectionAsync(note.GetProperty("context").GetString()!));
        Assert.Equal(1, (await Harbour.LoadAsync(note.GetProperty("replies").GetString()!)).GetProperty("totalItems").GetInt32());
        var among = await PublishAsync("Among us.", PostVisibility.Followers);
        await Assert.ThrowsAsync<PeerException>(() => Ruth.LoadAsync(among.Uri + "/replies"));
        await Assert.ThrowsAsync<PeerException>(() => Ruth.LoadAsync(among.Context!));
    }

    [Fact]
    public async Task What_a_member_pins_is_told_and_can_be_read_elsewhere()
    {
        var post = await PublishAsync("I mend bicycles.");
        await Node.DoAsync("amina", (Viewer viewer, PinPost pin) => pin.ExecuteAsync(viewer, post.Id, default));

        var add = await Harbour.WaitForAsync("Add", Amina);
        Assert.True(add.IsVerified, add.ToString());
        Assert.Equal((post.Uri, Amina + "/featured"), (add.ObjectId, add.Json.GetProperty("target").GetString()));
        Assert.Equal([post.Uri], await Ruth.CollectionAsync(Amina + "/featured"));

        await Node.DoAsync("amina", (Viewer viewer, PinPost pin) => pin.UndoAsync(viewer, post.Id, default));
        Assert.True((await Harbour.WaitForAsync("Remove", Amina)).IsVerified);
        Assert.Empty(await Ruth.CollectionAsync(Amina + "/featured"));
    }

    private Task<Post> PublishAsync(string text, PostVisibility visibility = PostVisibility.Public) =>
        Node.DoAsync("amina", (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm(text, visibility), default));
}
