using Microsoft.EntityFrameworkCore;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Posts;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Amina and Bilal of northside follow Chen of southside, and one of the two nodes has forgotten something (FEP-8fcf).</summary>
public sealed class KeepingFollowersInStep : IAsyncLifetime
{
    private readonly LocalAuthority _authority = new();

    private FederatedNode _northside = null!;

    private FederatedNode _southside = null!;

    public async ValueTask InitializeAsync()
    {
        _northside = await FederatedNode.StartAsync(_authority, "northside.test", "amina", "bilal");
        _southside = await FederatedNode.StartAsync(_authority, "southside.test", "chen");
        foreach (var handle in new[] { "amina", "bilal" })
        {
            await _northside.DoAsync(handle, (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, _southside.AddressOf("chen"), default));
        }

        await _northside.WaitForAsync("Chen has agreed to both", async db => await db.Follows.CountAsync(f => f.State == FollowState.Accepted) == 2);
    }

    public async ValueTask DisposeAsync()
    {
        await _northside.DisposeAsync();
        await _southside.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task Who_is_no_follower_there_any_more_is_none_here()
    {
        await ForgetAsync(_southside, "bilal");

        await SayAsync();

        await _northside.WaitForAsync("Amina follows and Bilal does not", async db => await FollowersAsync(db) is ["amina"]);
    }

    [Fact]
    public async Task Who_does_not_follow_here_any_more_is_undone_there()
    {
        await ForgetAsync(_northside, "bilal");

        await SayAsync();

        await _southside.WaitForAsync("only Amina follows", async db => await FollowersAsync(db) is ["amina"]);
        Assert.Equal(["amina"], await _northside.AskAsync((PostMoneyDb db) => FollowersAsync(db)));
    }

    [Fact]
    public async Task Where_both_know_the_same_nothing_is_asked_for()
    {
        await SayAsync();

        await _northside.WaitForAsync("it is here", db => db.Posts.AnyAsync());
        Assert.Equal(["amina", "bilal"], await _northside.AskAsync((PostMoneyDb db) => FollowersAsync(db)));
        Assert.False(await _northside.AskAsync((PostMoneyDb db) => db.OutboxActivities.AnyAsync(sent => sent.Type == "Undo")));
    }

    private static Task<int> ForgetAsync(FederatedNode node, string follower) => node.AskAsync(async (PostMoneyDb db) =>
    {
        await using var change = await db.BeginChangeAsync(default);
        var gone = await db.Follows.Where(f => db.Actors.Any(a => a.Id == f.FollowerId && a.Handle == follower)).ExecuteDeleteAsync();
        await change.SaveAsync(default);
        Assert.Equal(1, gone);
        return gone;
    });

    private static Task<string[]> FollowersAsync(PostMoneyDb db) =>
        db.Follows.Join(db.Actors, f => f.FollowerId, a => a.Id, (_, a) => a.Handle).OrderBy(handle => handle).ToArrayAsync();

    private Task<Post> SayAsync() => _southside.DoAsync("chen", (Viewer viewer, PublishPost publish) =>
        publish.ExecuteAsync(viewer, new PostForm("Hello.", PostVisibility.Followers), default));
}
