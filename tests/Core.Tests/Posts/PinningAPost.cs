using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Posts;
using PostMoney.Core.Posts.Pins;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Posts;

/// <summary>What a member puts first on their page.</summary>
public sealed class PinningAPost : InTown
{
    [Fact]
    public async Task Puts_it_before_all_else_for_everybody_who_looks_and_once()
    {
        var first = await SayAsync("I mend bicycles.");
        await SayAsync("It rains.");

        Assert.True((await PinAsync(Town.Amina, first)).IsGranted);
        Assert.True((await PinAsync(Town.Amina, first)).IsGranted);

        Assert.Equal(["<p>I mend bicycles.</p>"], await PinnedAsync());
        var amina = await ActorAsync();
        var page = await Town.AskAsync((PostTimelines timelines) => timelines.OfAsync(Viewer.Stranger, amina, null, default));
        Assert.Equal(["<p>It rains.</p>"], page.Cards.Select(card => card.Content));
    }

    [Fact]
    public async Task Is_for_its_author_and_for_what_everybody_may_see()
    {
        var hers = await SayAsync("Hello.");
        var few = await SayAsync("Among us.", PostVisibility.Followers);
        var node = await SayAsync("Among neighbours.", PostVisibility.Node);

        Assert.Equal(
            ["post.not-yours", "post.not-yours", "post.not-found", "post.not-for-pinning", "post.not-for-pinning"],
            [
                (await PinAsync(Town.Bilal, hers)).Refusal.Code, (await PinAsync(Town.Dora, hers)).Refusal.Code, (await PinAsync(Town.Bilal, few)).Refusal.Code,
                (await PinAsync(Town.Amina, few)).Refusal.Code, (await PinAsync(Town.Amina, node)).Refusal.Code,
            ]);
        Assert.Empty(await PinnedAsync());
    }

    [Fact]
    public async Task Has_room_for_five_until_one_is_taken_down_or_deleted()
    {
        var posts = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            posts.Add(await SayAsync($"{i}"));
        }

        foreach (var post in posts.Take(5))
        {
            Assert.True((await PinAsync(Town.Amina, post)).IsGranted);
        }

        Assert.Equal("post.too-many-pinned", (await PinAsync(Town.Amina, posts[5])).Refusal.Code);
        await Town.AsAsync(Town.Bilal, (Viewer viewer, PinPost pin) => pin.UndoAsync(viewer, posts[0], default));
        Assert.Equal("post.too-many-pinned", (await PinAsync(Town.Amina, posts[5])).Refusal.Code);

        await Town.AsAsync(Town.Amina, (Viewer viewer, PinPost pin) => pin.UndoAsync(viewer, posts[0], default));
        Assert.True((await PinAsync(Town.Amina, posts[5])).IsGranted);
        (await Town.AsAsync(Town.Amina, (Viewer viewer, DeletePost delete) => delete.ExecuteAsync(viewer, posts[1], default))).Granted();

        Assert.Equal(4, (await PinnedAsync()).Count);
        Assert.Equal(4, await Town.AskAsync((PostMoneyDb db) => db.PinnedPosts.CountAsync()));
    }

    private Task<Result<Done>> PinAsync(Person who, Guid post) => Town.AsAsync(who, (Viewer viewer, PinPost pin) => pin.ExecuteAsync(viewer, post, default));

    private async Task<IReadOnlyList<string>> PinnedAsync()
    {
        var amina = await ActorAsync();
        return [.. (await Town.AskAsync((PostTimelines timelines) => timelines.PinnedAsync(Viewer.Stranger, amina, default))).Select(card => card.Content)];
    }

    private Task<Guid> ActorAsync() => Town.AskAsync((PostMoneyDb db) => db.Actors.Where(actor => actor.LocalId == Town.Amina.Id).Select(actor => actor.Id).SingleAsync());

    private async Task<Guid> SayAsync(string text, PostVisibility visibility = PostVisibility.Public) =>
        (await Town.AsAsync(Town.Amina, (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm(text, visibility), default))).Granted().Id;
}
