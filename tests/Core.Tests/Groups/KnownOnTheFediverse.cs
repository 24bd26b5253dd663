using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Groups;

public sealed class KnownOnTheFediverse : InTown
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await Town.AsAsync(Town.Dora, (Viewer dora, FoundGroup found) => found.ExecuteAsync(dora, "choir", "The choir", "", GroupJoining.Open, default))).Granted();
    }

    [Fact]
    public async Task Is_decided_by_those_who_look_after_the_group()
    {
        (await ReachAsync(Town.Amina, GroupReach.Hidden)).RefusedAs("stewards-only");
        (await ReachAsync(Town.Zoe, GroupReach.Hidden)).RefusedAs("stewards-only");
        (await ReachAsync(Town.Dora, GroupReach.Hidden)).Granted();

        (await ReachAsync(Town.Zoe, GroupReach.Open)).RefusedAs(GroupRefusals.NotFound);
        (await ReachAsync(Town.Amina, GroupReach.Open)).RefusedAs("stewards-only");
        (await ReachAsync(Town.Dora, GroupReach.Open)).Granted();
    }

    [Fact]
    public async Task Is_not_so_for_a_hidden_group_which_members_of_the_node_see_and_nobody_else()
    {
        (await ReachAsync(Town.Dora, GroupReach.Hidden)).Granted();

        Assert.Null(await Town.AsAsync(Town.Zoe, (Viewer zoe, GroupList groups) => groups.FindAsync(zoe, "choir", default)));
        Assert.Empty(await Town.AsAsync(Town.Zoe, (Viewer zoe, GroupList groups) => groups.AllAsync(zoe, default)));
        Assert.NotNull(await Town.AsAsync(Town.Chen, (Viewer chen, GroupList groups) => groups.FindAsync(chen, "choir", default)));
        Assert.False((await FollowAsync(Town.Chen)).IsGranted);
    }

    [Fact]
    public async Task Lets_a_neighbour_follow_at_once_where_it_is_open_and_when_a_steward_agrees_where_one_has_to_ask()
    {
        Assert.Equal(FollowState.Accepted, (await FollowAsync(Town.Amina)).Granted().State);
        (await ReachAsync(Town.Dora, GroupReach.Asked)).Granted();

        var asked = (await FollowAsync(Town.Chen)).Granted();

        Assert.Equal(FollowState.Asked, asked.State);
        Assert.Contains(await Town.AskAsync((PostMoneyDb db) => db.Notifications.Where(n => n.MemberId == Town.Dora.Id).Select(n => n.Kind).ToListAsync()), kind => kind == "follow.asked");
        (await AnswerAsync(Town.Chen, asked.FollowerId, true)).RefusedAs("stewards-only");
        (await AnswerAsync(Town.Dora, Guid.CreateVersion7(), true)).RefusedAs(FollowingRefusals.Nobody);
        (await AnswerAsync(Town.Dora, asked.FollowerId, true)).Granted();
        Assert.Equal(2, await FollowersAsync());
        (await AnswerAsync(Town.Dora, asked.FollowerId, false)).Granted();
        Assert.Equal(1, await FollowersAsync());
    }

    [Fact]
    public async Task Needs_no_asking_of_those_who_belong_to_it()
    {
        (await Town.AsAsync(Town.Amina, (Viewer amina, JoinGroup join) => join.JoinAsync(amina, "choir", default))).Granted();
        (await ReachAsync(Town.Dora, GroupReach.Asked)).Granted();

        Assert.Equal(FollowState.Accepted, (await FollowAsync(Town.Amina)).Granted().State);
    }

    private Task<Result<Done>> ReachAsync(Person who, GroupReach reach) =>
        Town.AsAsync(who, (Viewer viewer, ChangeReach change) => change.ExecuteAsync(viewer, "choir", reach, default));

    private Task<Result<Follow>> FollowAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, "@choir", default));

    private Task<Result<Done>> AnswerAsync(Person who, Guid follower, bool isWelcome) =>
        Town.AsAsync(who, (Viewer viewer, AnswerFollower answer) => answer.ExecuteAsync(viewer, "choir", follower, isWelcome, default));

    private Task<int> FollowersAsync() => Town.AskAsync((PostMoneyDb db) => db.Follows.CountAsync(f => f.State == FollowState.Accepted));
}
