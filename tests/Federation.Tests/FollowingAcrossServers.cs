using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Federation.Tests.Peers;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Members of a node of ours and people of a server by Fedify follow each other.</summary>
public sealed class FollowingAcrossServers : IAsyncLifetime
{
    private readonly LocalAuthority _authority = new();

    private FederatedNode _node = null!;

    private FedifyPeer _harbour = null!;

    public async ValueTask InitializeAsync()
    {
        _harbour = await FedifyPeer.StartAsync(_authority, "harbour.test");
        _node = await FederatedNode.StartAsync(_authority, "northside.test", "amina");
    }

    public async ValueTask DisposeAsync()
    {
        await (_node?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_harbour?.DisposeAsync() ?? ValueTask.CompletedTask);
        _authority.Dispose();
    }

    [Fact]
    public async Task A_member_is_found_by_her_name()
    {
        var amina = await _harbour.LookupAsync(_node.AddressOf("amina"));

        Assert.Equal(_node.IdOf("amina"), amina.GetProperty("id").GetString());
        Assert.Equal("Amina", amina.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Somebody_elsewhere_follows_a_member_and_ends_it()
    {
        var ruth = _harbour.Person("ruth");

        var follow = await ruth.FollowAsync(_node.AddressOf("amina"));
        var accept = await _harbour.WaitForAsync("Accept", _node.IdOf("amina"));

        Assert.True(accept.IsVerified, accept.ToString());
        Assert.Equal([_node.IdOf("amina")], await ruth.FollowingAsync());
        await _node.WaitForAsync("Ruth follows Amina", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        await ruth.UndoAsync(follow.ActivityId);
        await _node.WaitForAsync("nobody follows Amina", async db => !await db.Follows.AnyAsync());
    }

    [Fact]
    public async Task A_member_follows_somebody_elsewhere_and_ends_it()
    {
        var ruth = _harbour.Person("ruth");

        await _node.DoAsync("amina", (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, ruth.Handle, default));
        var asked = await _harbour.WaitForAsync("Follow", _node.IdOf("amina"));
        await _node.WaitForAsync("Ruth has agreed", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        Assert.True(asked.IsVerified, asked.ToString());
        Assert.Equal([_node.IdOf("amina")], await ruth.FollowersAsync());

        var followed = await _node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Follows.Select(f => f.FollowedId).SingleAsync());
        await _node.DoAsync("amina", (Viewer viewer, UnfollowActor unfollow) => unfollow.ExecuteAsync(viewer, followed, default));
        var undone = await _harbour.WaitForAsync("Undo", _node.IdOf("amina"));

        Assert.True(undone.IsVerified, undone.ToString());
        Assert.Empty(await ruth.FollowersAsync());
    }
}
