using Microsoft.EntityFrameworkCore;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Whoever lives elsewhere answers a post with emoji, as they are.</summary>
public sealed class AnsweringWithEmoji(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    [Fact]
    public async Task Emoji_are_shown_beside_likes_and_taken_back_one_by_one()
    {
        var post = await guarded.Node.DoAsync("amina", (Viewer viewer, PublishPost publish) =>
            publish.ExecuteAsync(viewer, new PostForm("The shed is painted.", PostVisibility.Public), default));

        var first = await ReactAsync(guarded.Carol, post, "EmojiReact", "🎉");
        await ReactAsync(guarded.Carol, post, "EmojiReact", "👍");
        await ReactAsync(guarded.Carol, post, "EmojiReact", "👍");
        await ReactAsync(guarded.Mel, post, "Like", "👍");
        await ReactAsync(guarded.Mallory, post, "EmojiReact", ":shed:");
        await ReactAsync(guarded.Mel, post, "Like", null);

        var card = await CardAsync(post);
        Assert.Equal(2, card.Likes);
        Assert.Equal([new EmojiCount("👍", 2), new EmojiCount("🎉", 1)], card.Emoji);

        await TakeInAsync(guarded.Mallory, "Undo", first);
        await TakeInAsync(guarded.Mallory, "Undo", new { type = "EmojiReact", actor = guarded.Mallory.Id, @object = post.Uri, content = "👍" });
        Assert.Equal(2, (await CardAsync(post)).Emoji.Count);
        await TakeInAsync(guarded.Carol, "Undo", first);
        await TakeInAsync(guarded.Carol, "Undo", new { type = "EmojiReact", actor = guarded.Carol.Id, @object = post.Uri, content = "👍" });

        Assert.Equal([new EmojiCount("👍", 1)], (await CardAsync(post)).Emoji);
        Assert.Equal(2, (await CardAsync(post)).Likes);
    }

    [Fact]
    public async Task One_person_answers_one_post_with_a_few()
    {
        var post = await guarded.Node.DoAsync("amina", (Viewer viewer, PublishPost publish) =>
            publish.ExecuteAsync(viewer, new PostForm("Again.", PostVisibility.Public), default));

        foreach (var emoji in new[] { "🍎", "🍐", "🍊", "🍋", "🍌", "🍉", "🍇" })
        {
            await ReactAsync(guarded.Carol, post, "EmojiReact", emoji);
        }

        Assert.Equal(5, await guarded.Node.AskAsync((PostMoneyDb db) => db.Reactions.CountAsync(r => r.PostId == post.Id)));
    }

    private Task<string> ReactAsync(Stranger who, Post post, string type, string? content) => TakeInAsync(who, type, post.Uri, content);

    private async Task<string> TakeInAsync(Stranger who, string type, object about, string? content = null)
    {
        var activity = who.Activity(type, about, ("content", content));
        var id = (string)activity["id"]!;
        await guarded.TakesInAsync(who.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)), id);
        return id;
    }

    private async Task<PostCard> CardAsync(Post post) =>
        (await guarded.Node.AsAsync("amina", (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, post.Id, default)))!.Single();
}
