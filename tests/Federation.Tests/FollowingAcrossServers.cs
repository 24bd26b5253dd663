using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Members of a node of ours and people of a server by Fedify follow each other.</summary>
public sealed class FollowingAcrossServers() : NextToHarbour(options: null, "amina")
{
    [Fact]
    public async Task A_member_is_found_by_her_name()
    {
        var amina = await Harbour.LookupAsync(Node.AddressOf("amina"));

        Assert.Equal(Node.IdOf("amina"), amina.GetProperty("id").GetString());
        Assert.Equal("Amina", amina.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Somebody_elsewhere_follows_a_member_and_ends_it()
    {
        var follow = await Ruth.FollowAsync(Node.AddressOf("amina"));
        var accept = await Harbour.WaitForAsync("Accept", Node.IdOf("amina"));

        Assert.True(accept.IsVerified, accept.ToString());
        Assert.Equal([Node.IdOf("amina")], await Ruth.FollowingAsync());
        await Node.WaitForAsync("Ruth follows Amina", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        await Ruth.UndoAsync(follow.ActivityId);
        await Node.WaitForAsync("nobody follows Amina", async db => !await db.Follows.AnyAsync());
    }

    [Fact]
    public async Task A_member_follows_somebody_elsewhere_and_ends_it()
    {
        await Node.DoAsync("amina", (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, Ruth.Handle, default));
        var asked = await Harbour.WaitForAsync("Follow", Node.IdOf("amina"));
        await Node.WaitForAsync("Ruth has agreed", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        Assert.True(asked.IsVerified, asked.ToString());
        Assert.Equal([Node.IdOf("amina")], await Ruth.FollowersAsync());

        var followed = await Node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Follows.Select(f => f.FollowedId).SingleAsync());
        await Node.DoAsync("amina", (Viewer viewer, UnfollowActor unfollow) => unfollow.ExecuteAsync(viewer, followed, default));
        var undone = await Harbour.WaitForAsync("Undo", Node.IdOf("amina"));

        Assert.True(undone.IsVerified, undone.ToString());
        Assert.Empty(await Ruth.FollowersAsync());
    }
}
