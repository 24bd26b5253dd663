using Microsoft.EntityFrameworkCore;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Groups;
using PostMoney.Core.Posts;
using PostMoney.Core.Posts.PassingOn;
using PostMoney.Core.Timelines;
using PostMoney.Federation.Tests.Peers;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>The tool library of northside. Amina belongs to it; Chen and Eve of southside, a node of ours, and Ruth of harbour, by Fedify, are elsewhere.</summary>
public sealed class GroupsAcrossServers() : NextToHarbour(new FedifyOptions { FirstKnock = "cavage" }, "amina", "bilal"), IAsyncDisposable
{
    private FederatedNode _southside = null!;

    private string Address => $"@tool-library@{Node.Host}";

    private string Library => $"{Node.Origin}/g/tool-library";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _southside = await FederatedNode.StartAsync(Authority, "southside.test", "chen", "eve");
        await Node.DoAsync("dora", (Viewer dora, FoundGroup found) => found.ExecuteAsync(dora, "tool-library", "Tool library", "Tools for all.", GroupJoining.Open, default));
        await Node.DoAsync("amina", (Viewer amina, JoinGroup join) => join.JoinAsync(amina, "tool-library", default));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await (_southside?.DisposeAsync() ?? ValueTask.CompletedTask);
        await DisposeAsync();
    }

    [Fact]
    public async Task What_a_member_says_to_an_open_group_reaches_all_who_follow_it_and_is_taken_back_there_too()
    {
        await ChenFollowsAsync($"!tool-library@{Node.Host}");
        await RuthFollowsAsync();

        var post = await SayAsync(Node, "amina", "Who has a ladder? @tool-library");

        await _southside.WaitForAsync("it was passed on", db => db.Reactions.AnyAsync(r => r.Kind == ReactionKind.Boost && db.Posts.Any(p => p.Id == r.PostId && p.Uri == post.Uri)));
        var card = Assert.Single(await HomeOfChenAsync());
        Assert.Equal(("Tool library", "Amina"), (card.BoostedBy, card.AuthorName));
        var shared = await Harbour.WaitForAsync(one => one.Type == "Announce" && one.ObjectId == post.Uri);
        var wrapped = await Harbour.WaitForAsync(one => one.Type == "Announce" && one.Actor == Library && one.ObjectId != post.Uri);
        Assert.True(shared.IsVerified, shared.ToString());
        Assert.True(wrapped.IsRequestVerified && wrapped.IsProofVerified == true, wrapped.ToString());
        var create = wrapped.Json.GetProperty("object");
        Assert.Equal(("Create", Library), (create.GetProperty("type").GetString(), create.GetProperty("audience").GetString()));
        Assert.True((await Harbour.VerifyProofAsync(create)).IsProofVerified);

        await Node.DoAsync("amina", (Viewer amina, EditPost edit) => edit.ExecuteAsync(amina, post.Id, "Who has a long ladder? @tool-library", "", default));
        await _southside.WaitForAsync("it says something else there", db => db.Posts.AnyAsync(p => p.Uri == post.Uri && p.Content.Contains("long")));
        await Node.DoAsync("amina", (Viewer amina, DeletePost delete) => delete.ExecuteAsync(amina, post.Id, default));
        await _southside.WaitForAsync("it is gone there", db => db.Posts.AnyAsync(p => p.Uri == post.Uri && p.DeletedAt != null));
        Assert.Empty(await HomeOfChenAsync());
    }

    [Fact]
    public async Task What_a_follower_elsewhere_says_to_it_is_passed_on_unchanged_and_what_others_say_is_not()
    {
        await ChenFollowsAsync(Address);
        await RuthFollowsAsync();

        var byEve = await SayAsync(_southside, "eve", $"Buy ladders! {Address}");
        await Node.WaitForAsync("Eve was heard", db => db.Posts.AnyAsync(p => p.Uri == byEve.Uri));
        var byChen = await SayAsync(_southside, "chen", $"I have a ladder, {Address}");

        await Harbour.WaitForAsync(one => one.Type == "Announce" && one.ObjectId == byChen.Uri);
        var wrapped = await Harbour.WaitForAsync(one => one.Type == "Announce" && one.Actor == Library && one.ObjectId != byChen.Uri);
        Assert.True((await Harbour.VerifyProofAsync(wrapped.Json.GetProperty("object"))).IsProofVerified);
        Assert.DoesNotContain(await Harbour.ReceivedAsync(), one => one.Body.Contains(byEve.Uri, StringComparison.Ordinal));
        Assert.Equal([byChen.Uri], await PassedOnAsync());

        var answer = (await Ruth.PostAsync("So do I.", mentions: [Library], inReplyTo: byChen.Uri)).ObjectId!;
        await Node.WaitForAsync("the answer is passed on", db => db.GroupPosts.AnyAsync(passed => passed.Shared == null && db.Posts.Any(p => p.Id == passed.PostId && p.Uri == answer)));
        await Node.WaitForAsync("all is told", async db => !await db.Deliveries.AnyAsync(delivery => delivery.State == Core.Federation.Outbox.DeliveryState.Waiting));
        Assert.Empty(await Node.AskAsync((PostMoneyDb db) => db.Deliveries.Where(delivery => delivery.Problem != null).Select(delivery => delivery.Inbox + delivery.Problem).ToListAsync()));
        await _southside.WaitForAsync("the answer is with what it answers", db => db.Posts.AnyAsync(p => p.Uri == answer && p.ReplyToUri == byChen.Uri));
    }

    [Fact]
    public async Task What_is_for_members_or_for_a_few_is_not_passed_on()
    {
        await RuthFollowsAsync();
        var group = await Node.AskAsync((PostMoneyDb db) => db.Groups.Select(g => g.Id).SingleAsync());

        await Node.DoAsync("amina", (Viewer amina, PublishPost publish) => publish.ExecuteAsync(amina, new PostForm("Key under the mat. @tool-library", PostVisibility.Group, GroupId: group), default));
        await Node.DoAsync("amina", (Viewer amina, PublishPost publish) => publish.ExecuteAsync(amina, new PostForm("Mat for my followers. @tool-library", PostVisibility.Followers), default));
        await Node.DoAsync("amina", (Viewer amina, PublishPost publish) => publish.ExecuteAsync(amina, new PostForm("Mat for the library. @tool-library", PostVisibility.Direct), default));
        var open = await SayAsync(Node, "amina", "Hello @tool-library");
        await Harbour.WaitForAsync(one => one.Type == "Announce" && one.ObjectId == open.Uri);

        Assert.Equal([open.Uri], await PassedOnAsync());
        Assert.DoesNotContain(await Harbour.ReceivedAsync(), one => one.Body.Contains("at for", StringComparison.Ordinal) || one.Body.Contains("under the mat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_its_steward_takes_out_is_taken_out_elsewhere_and_a_member_cannot()
    {
        await ChenFollowsAsync(Address);
        await RuthFollowsAsync();
        var post = await SayAsync(Node, "amina", "Cheap ladders! @tool-library");
        await _southside.WaitForAsync("it was passed on", db => db.Reactions.AnyAsync());

        Assert.Equal("stewards-only", (await Node.AsAsync("bilal", (Viewer bilal, RemoveFromGroup remove) => remove.ExecuteAsync(bilal, "tool-library", post.Id, default))).Refusal.Code);
        Assert.Equal("stewards-only", (await Node.AsAsync("amina", (Viewer amina, RemoveFromGroup remove) => remove.ExecuteAsync(amina, "tool-library", post.Id, default))).Refusal.Code);
        await Node.DoAsync("dora", (Viewer dora, RemoveFromGroup remove) => remove.ExecuteAsync(dora, "tool-library", post.Id, default));

        await _southside.WaitForAsync("it was taken out", async db => !await db.Reactions.AnyAsync());
        Assert.Empty(await HomeOfChenAsync());
        Assert.True(await _southside.AskAsync((PostMoneyDb db) => db.Posts.AnyAsync(p => p.Uri == post.Uri && p.DeletedAt == null)));
        Assert.True((await Harbour.WaitForAsync("Undo", Library)).IsVerified);
        Assert.Empty(await PassedOnAsync());
    }

    [Fact]
    public async Task A_group_whose_stewards_decide_is_followed_when_they_agree_and_passes_nothing_on()
    {
        await ReachAsync(GroupReach.Asked);
        await _southside.DoAsync("chen", (Viewer chen, FollowActor follow) => follow.ExecuteAsync(chen, Address, default));
        await _southside.DoAsync("eve", (Viewer eve, FollowActor follow) => follow.ExecuteAsync(eve, Address, default));
        await Node.WaitForAsync("two ask", async db => await db.Follows.CountAsync(f => f.State == FollowState.Asked) == 2);
        var asking = await WaitingAsync("dora");
        Assert.Equal(["Chen", "Eve"], asking.Select(person => person.Name).Order());
        Assert.Empty(await WaitingAsync("amina"));
        Assert.Equal("stewards-only", (await Node.AsAsync("amina", (Viewer amina, AnswerFollower answer) => answer.ExecuteAsync(amina, "tool-library", asking[0].Id, true, default))).Refusal.Code);

        await AnswerAsync(asking.Single(person => person.Name == "Chen"), isWelcome: true);
        await AnswerAsync(asking.Single(person => person.Name == "Eve"), isWelcome: false);
        await _southside.WaitForAsync("Chen follows and Eve does not", async db => await db.Follows.CountAsync() == 1 && await db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        Assert.True((await Ruth.LoadAsync(Library)).GetProperty("manuallyApprovesFollowers").GetBoolean());
        await SayAsync(Node, "amina", "Who has a ladder? @tool-library");
        Assert.Empty(await PassedOnAsync());
    }

    [Fact]
    public async Task A_hidden_group_is_nowhere_to_be_found()
    {
        await ChenFollowsAsync(Address);
        Assert.Equal(Library, (await Harbour.WebFingerAsync($"acct:tool-library@{Node.Host}")).GetProperty("links")[0].GetProperty("href").GetString());
        Assert.Empty((await Ruth.LoadAsync(Library + "/moderators")).GetProperty("orderedItems").EnumerateArray());
        await ReachAsync(GroupReach.Hidden);

        await SayAsync(Node, "amina", "Who has a ladder? @tool-library");

        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await Harbour.WebFingerAsync($"acct:tool-library@{Node.Host}")).ValueKind);
        foreach (var address in new[] { Library, Library + "/followers", Library + "/outbox", Library + "/moderators" })
        {
            await Assert.ThrowsAsync<PeerException>(() => Ruth.LoadAsync(address));
        }

        Assert.False((await _southside.AsAsync("eve", (Viewer eve, FollowActor follow) => follow.ExecuteAsync(eve, Address, default))).IsGranted);
        Assert.Empty(await PassedOnAsync());
    }

    private async Task ChenFollowsAsync(string written)
    {
        await _southside.DoAsync("chen", (Viewer chen, FollowActor follow) => follow.ExecuteAsync(chen, written, default));
        await _southside.WaitForAsync("the group has agreed", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));
    }

    private async Task RuthFollowsAsync()
    {
        await Ruth.FollowAsync(Address);
        await Harbour.WaitForAsync("Accept", Library);
    }

    private Task<Core.Foundation.Done> ReachAsync(GroupReach reach) =>
        Node.DoAsync("dora", (Viewer dora, ChangeReach change) => change.ExecuteAsync(dora, "tool-library", reach, default));

    private async Task<IReadOnlyList<WaitingFollower>> WaitingAsync(string handle)
    {
        var group = await Node.AskAsync((PostMoneyDb db) => db.Groups.Select(g => g.Id).SingleAsync());
        return await Node.AsAsync(handle, (Viewer viewer, AnswerFollower answer) => answer.WaitingAsync(viewer, group, default));
    }

    private Task<Core.Foundation.Done> AnswerAsync(WaitingFollower person, bool isWelcome) =>
        Node.DoAsync("dora", (Viewer dora, AnswerFollower answer) => answer.ExecuteAsync(dora, "tool-library", person.Id, isWelcome, default));

    private Task<List<string>> PassedOnAsync() => Node.AskAsync((PostMoneyDb db) => db.GroupPosts.Where(passed => passed.RemovedAt == null && passed.Shared != null)
        .Join(db.Posts, passed => passed.PostId, post => post.Id, (_, post) => post.Uri).ToListAsync());

    private async Task<IReadOnlyList<PostCard>> HomeOfChenAsync() =>
        (await _southside.AsAsync("chen", (Viewer chen, PostTimelines timelines) => timelines.HomeAsync(chen, null, default))).Cards;

    private static Task<Post> SayAsync(FederatedNode node, string handle, string text) => node.DoAsync(handle, (Viewer viewer, PublishPost publish) =>
        publish.ExecuteAsync(viewer, new PostForm(text, PostVisibility.Public), default));
}
