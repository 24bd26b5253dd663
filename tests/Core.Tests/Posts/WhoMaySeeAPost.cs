using PostMoney.Core.Access;
using PostMoney.Core.Following;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Posts;

/// <summary>Who may see what somebody says, and do something with it.</summary>
public sealed class WhoMaySeeAPost : InTown
{
    [Theory]
    [InlineData(PostVisibility.Public, true, true, true)]
    [InlineData(PostVisibility.Unlisted, true, true, true)]
    [InlineData(PostVisibility.Node, false, true, true)]
    [InlineData(PostVisibility.Followers, false, false, true)]
    [InlineData(PostVisibility.Direct, false, false, false)]
    public async Task Depends_on_whom_it_is_for(PostVisibility visibility, bool zoe, bool bilal, bool chen)
    {
        await Town.AsAsync(Town.Chen, (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, "@amina", default));

        var post = await SayAsync(Town.Amina, "Hello.", visibility);

        Assert.Equal((zoe, bilal, chen, true), (await SeesAsync(Town.Zoe, post), await SeesAsync(Town.Bilal, post), await SeesAsync(Town.Chen, post), await SeesAsync(Town.Amina, post)));
    }

    [Fact]
    public async Task Includes_those_who_are_mentioned()
    {
        var post = await SayAsync(Town.Amina, "Between us, @bilal.", PostVisibility.Direct);

        Assert.True(await SeesAsync(Town.Bilal, post));
        Assert.False(await SeesAsync(Town.Chen, post));
    }

    [Fact]
    public async Task Also_decides_who_may_like_answer_and_keep_it()
    {
        var post = await SayAsync(Town.Amina, "Between us, @bilal.", PostVisibility.Direct);

        var liked = await Town.AsAsync(Town.Chen, (Viewer viewer, ReactToPost react) => react.ExecuteAsync(viewer, post, ReactionKind.Like, default));
        var kept = await Town.AsAsync(Town.Chen, (Viewer viewer, KeepPost keep) => keep.ExecuteAsync(viewer, post, default));
        var answered = await Town.AsAsync(Town.Chen, (Viewer viewer, PublishPost publish) =>
            publish.ExecuteAsync(viewer, new PostForm("What is it?", PostVisibility.Public, ReplyTo: post), default));
        var passedOn = await Town.AsAsync(Town.Bilal, (Viewer viewer, ReactToPost react) => react.ExecuteAsync(viewer, post, ReactionKind.Boost, default));

        Assert.Equal(
            ["post.not-found", "post.not-found", "post.not-found", "post.not-public"],
            [liked.Refusal.Code, kept.Refusal.Code, answered.Refusal.Code, passedOn.Refusal.Code]);
    }

    [Fact]
    public async Task Is_not_asked_of_its_author_alone_when_it_is_changed_or_deleted()
    {
        var post = await SayAsync(Town.Amina, "Hello.", PostVisibility.Public);

        var changed = await Town.AsAsync(Town.Bilal, (Viewer viewer, EditPost edit) => edit.ExecuteAsync(viewer, post, "Bye.", "", default));
        var deleted = await Town.AsAsync(Town.Dora, (Viewer viewer, DeletePost delete) => delete.ExecuteAsync(viewer, post, default));

        Assert.Equal(("post.not-yours", "post.not-yours"), (changed.Refusal.Code, deleted.Refusal.Code));
    }

    [Fact]
    public async Task Ends_when_it_is_deleted_and_nothing_of_it_stays()
    {
        var post = await SayAsync(Town.Amina, "The word is swordfish.", PostVisibility.Public);
        (await Town.AsAsync(Town.Amina, (Viewer viewer, EditPost edit) => edit.ExecuteAsync(viewer, post, "Hello.", "", default))).Granted();

        (await Town.AsAsync(Town.Amina, (Viewer viewer, DeletePost delete) => delete.ExecuteAsync(viewer, post, default))).Granted();

        Assert.False(await SeesAsync(Town.Amina, post));
        Assert.DoesNotContain("swordfish", string.Join('\n', await Town.AskAsync((PostMoneyDb db) => Task.FromResult(
            db.Posts.Select(p => p.Content + p.Source).ToList().Concat(db.PostVersions.Select(v => v.Content)).ToList()))), StringComparison.Ordinal);
    }

    private async Task<Guid> SayAsync(Person who, string text, PostVisibility visibility) =>
        (await Town.AsAsync(who, (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm(text, visibility), default))).Granted().Id;

    private async Task<bool> SeesAsync(Person who, Guid post) =>
        await Town.AsAsync(who, (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, post, default)) is not null;
}
