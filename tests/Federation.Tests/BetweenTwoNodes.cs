using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Moderation;
using PostMoney.Core.Operations;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Amina of northside and Chen of southside, two nodes of ours.</summary>
public sealed class BetweenTwoNodes : IAsyncLifetime
{
    private readonly LocalAuthority _authority = new();

    private FederatedNode _northside = null!;

    private FederatedNode _southside = null!;

    public async ValueTask InitializeAsync()
    {
        _northside = await FederatedNode.StartAsync(_authority, "northside.test", "amina");
        _southside = await FederatedNode.StartAsync(_authority, "southside.test", "chen");
    }

    public async ValueTask DisposeAsync()
    {
        await _northside.DisposeAsync();
        await _southside.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task Members_follow_read_answer_and_pass_on_until_one_is_reported_and_the_server_kept_out()
    {
        await _northside.DoAsync("amina", (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, _southside.AddressOf("chen"), default));
        await _northside.WaitForAsync("Chen has agreed", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        var said = await SayAsync(_southside, "chen", "Who has a ladder?");
        var seen = await HearAsync(_northside, said.Uri);
        var answer = await _northside.DoAsync("amina", (Viewer viewer, PublishPost publish) =>
            publish.ExecuteAsync(viewer, new PostForm("I have.", PostVisibility.Public, ReplyTo: seen.Id), default));
        var answered = await HearAsync(_southside, answer.Uri);
        Assert.Equal(said.Id, answered.ReplyToId);
        await _southside.DoAsync("chen", (Viewer viewer, ReactToPost react) => react.ExecuteAsync(viewer, answered.Id, ReactionKind.Boost, default));
        await _northside.WaitForAsync("Chen has passed it on", db => db.Reactions.AnyAsync(r => r.Kind == ReactionKind.Boost && r.PostId == answer.Id));

        await _northside.DoAsync("amina", (Viewer viewer, FileReport file) => file.ExecuteAsync(
            viewer, new ReportTarget(seen.Id, null, null, null), new ReportForm(ReportCategory.Spam, "Ladders, ladders.", IsForwarded: true), default));
        await _southside.WaitForAsync("the report is here", db => db.Reports.AnyAsync());
        var report = (await _southside.AsAsync("dora", (Viewer dora, ReportDesk desk) => desk.ListAsync(dora, default)))[0];
        await _southside.DoAsync("dora", (Viewer dora, DecideReport decide) =>
            decide.ExecuteAsync(dora, report.Id, new ReportDecision(ReportOutcome.Removed, false, "", null, ""), default));
        await _northside.WaitForAsync("what was taken away there is gone here", db => db.Posts.AnyAsync(post => post.Uri == said.Uri && post.DeletedAt != null));

        await _northside.DoAsync("dora", (Viewer dora, DecideAboutHost decide) => decide.ExecuteAsync(dora, _southside.Host, HostSeverity.Suspend, "Enough.", null, default));
        var last = await SayAsync(_southside, "chen", $"Are you there, {_northside.AddressOf("amina")}?");
        await _southside.WaitForAsync("it was refused", db => db.Deliveries.AnyAsync(delivery => delivery.State == Core.Federation.Outbox.DeliveryState.Refused));
        Assert.False(await _northside.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Posts.AnyAsync(post => post.Uri == last.Uri)));
    }

    [Fact]
    public async Task What_is_known_of_a_server_is_hidden_with_it()
    {
        await _northside.DoAsync("amina", (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, _southside.AddressOf("chen"), default));
        await _northside.WaitForAsync("Chen has agreed", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));
        var seen = await HearAsync(_northside, (await SayAsync(_southside, "chen", "Hello.")).Uri);
        Assert.NotNull(await _northside.AsAsync("amina", (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, seen.Id, default)));

        await _northside.DoAsync("dora", (Viewer dora, DecideAboutHost decide) => decide.ExecuteAsync(dora, _southside.Host, HostSeverity.Suspend, "Enough.", null, default));

        Assert.Null(await _northside.AsAsync("amina", (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, seen.Id, default)));
        Assert.Empty((await _northside.AsAsync("amina", (Viewer viewer, PostTimelines timelines) => timelines.HomeAsync(viewer, null, default))).Cards);
    }

    private static Task<Post> SayAsync(FederatedNode node, string handle, string text) => node.DoAsync(handle, (Viewer viewer, PublishPost publish) =>
        publish.ExecuteAsync(viewer, new PostForm(text, PostVisibility.Public), default));

    private static async Task<Post> HearAsync(FederatedNode node, string uri)
    {
        await node.WaitForAsync($"{uri} is here", db => db.Posts.AnyAsync(post => post.Uri == uri));
        return await node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Posts.SingleAsync(post => post.Uri == uri));
    }
}
