using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Following;
using PostMoney.Core.Moderation;
using PostMoney.Core.Notifications;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Posts;

/// <summary>Amina mutes or blocks Bilal.</summary>
public sealed class GoingOutOfTheWay : InTown
{
    [Fact]
    public async Task Muted_he_is_not_seen_or_heard_by_her_and_does_not_notice()
    {
        var before = await SayAsync(Town.Bilal, "Good morning.");
        await AvoidAsync(Town.Amina, Town.Bilal, BlockKind.Mute);

        var after = await SayAsync(Town.Bilal, "Are you there, @amina?");

        Assert.Equal((false, false, true), (await SeesAsync(Town.Amina, before), await SeesAsync(Town.Amina, after), await SeesAsync(Town.Chen, after)));
        Assert.Equal(0, await NewsAsync(Town.Amina));
        var hers = await SayAsync(Town.Amina, "What a day.");
        Assert.True(await SeesAsync(Town.Bilal, hers));
        (await FollowAsync(Town.Bilal, "@amina")).Granted();
    }

    [Fact]
    public async Task Blocked_he_sees_nothing_of_hers_either_and_neither_follows_the_other()
    {
        var hers = await SayAsync(Town.Amina, "What a day.");
        (await FollowAsync(Town.Bilal, "@amina")).Granted();
        (await FollowAsync(Town.Amina, "@bilal")).Granted();

        await AvoidAsync(Town.Amina, Town.Bilal, BlockKind.Block);

        Assert.False(await SeesAsync(Town.Bilal, hers));
        Assert.True(await SeesAsync(Town.Chen, hers));
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => Task.FromResult(db.Follows.Count())));
        (await Town.AsAsync(Town.Bilal, (Viewer viewer, ReactToPost react) => react.ExecuteAsync(viewer, hers, ReactionKind.Like, default))).RefusedAs("post.not-found");
        (await Town.AsAsync(Town.Bilal, (Viewer viewer, PublishPost publish) =>
            publish.ExecuteAsync(viewer, new PostForm("Really?", PostVisibility.Public, ReplyTo: hers), default))).RefusedAs("post.not-found");
        (await FollowAsync(Town.Amina, "@bilal")).RefusedAs("follow.blocked");
    }

    [Fact]
    public async Task Blocked_he_is_refused_as_one_is_who_looks_for_nobody()
    {
        await AvoidAsync(Town.Amina, Town.Bilal, BlockKind.Block);

        (await FollowAsync(Town.Bilal, "@amina")).RefusedAs("actor.unreadable");
    }

    [Fact]
    public async Task It_is_taken_back()
    {
        var his = await SayAsync(Town.Bilal, "Good morning.");
        await AvoidAsync(Town.Amina, Town.Bilal, BlockKind.Block);
        var bilal = await ActorAsync(Town.Bilal);

        (await Town.AsAsync(Town.Amina, (Viewer viewer, BlockActor block) => block.UndoAsync(viewer, bilal, default))).Granted();

        Assert.True(await SeesAsync(Town.Amina, his));
        (await FollowAsync(Town.Bilal, "@amina")).Granted();
        Assert.Empty((await Town.AsAsync(Town.Amina, (Viewer viewer, OwnCases cases) => cases.AvoidedAsync(viewer, default))).People);
    }

    [Fact]
    public async Task Somebody_who_has_said_nothing_yet_can_be_muted_too()
    {
        (await Town.AsAsync(Town.Amina, (Viewer viewer, BlockActor block) => block.NeighbourAsync(viewer, "bilal", BlockKind.Mute, default))).Granted();
        (await Town.AsAsync(Town.Amina, (Viewer viewer, BlockActor block) => block.NeighbourAsync(viewer, "nobody", BlockKind.Mute, default))).RefusedAs("follow.nobody");

        Assert.False(await SeesAsync(Town.Amina, await SayAsync(Town.Bilal, "Good morning.")));
    }

    [Fact]
    public async Task Nobody_mutes_themselves_and_strangers_mute_nobody()
    {
        await SayAsync(Town.Amina, "Hello.");
        var amina = await ActorAsync(Town.Amina);

        (await Town.AsAsync(Town.Amina, (Viewer viewer, BlockActor block) => block.ExecuteAsync(viewer, amina, BlockKind.Mute, default))).RefusedAs("follow.oneself");
        (await Town.AsAsync(Town.Zoe, (Viewer viewer, BlockActor block) => block.ExecuteAsync(viewer, amina, BlockKind.Mute, default))).RefusedAs("members-only");
        (await Town.AsAsync(Town.Amina, (Viewer viewer, BlockHost block) => block.ExecuteAsync(viewer, "nowhere.example", default))).RefusedAs("block.no-server");
    }

    private async Task AvoidAsync(Person who, Person whom, BlockKind kind)
    {
        var actor = await ActorAsync(whom);
        (await Town.AsAsync(who, (Viewer viewer, BlockActor block) => block.ExecuteAsync(viewer, actor, kind, default))).Granted();
    }

    private Task<Guid> ActorAsync(Person who) => Town.AskAsync(async (LocalActors local) => (await local.MemberAsync(who.Id, default))!.Id);

    private Task<Foundation.Result<Follow>> FollowAsync(Person who, string whom) =>
        Town.AsAsync(who, (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, whom, default));

    private async Task<Guid> SayAsync(Person who, string text) =>
        (await Town.AsAsync(who, (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm(text, PostVisibility.Public), default))).Granted().Id;

    private async Task<bool> SeesAsync(Person who, Guid post) =>
        await Town.AsAsync(who, (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, post, default)) is not null;

    private Task<int> NewsAsync(Person who) => Town.AsAsync(who, (Viewer viewer, NotificationList list) => list.CountUnreadAsync(viewer));
}
