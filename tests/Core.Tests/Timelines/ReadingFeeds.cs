using PostMoney.Core.Access;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines.Feeds;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Timelines;

/// <summary>What stands in feeds, which anybody can read.</summary>
public sealed class ReadingFeeds : InTown
{
    [Fact]
    public async Task Shows_what_a_member_says_on_public_timelines_and_nothing_else()
    {
        foreach (var visibility in new[] { PostVisibility.Unlisted, PostVisibility.Followers, PostVisibility.Node, PostVisibility.Direct })
        {
            await SayAsync($"Only {visibility}, @bilal. #ladder", visibility);
        }

        await SayAsync("For everybody. #ladder");

        var hers = await Town.AskAsync((PublicFeeds feeds) => feeds.OfMemberAsync("Amina", default));
        var tagged = await Town.AskAsync((PublicFeeds feeds) => feeds.TaggedAsync("Ladder", default));

        Assert.Equal(["For everybody. #ladder"], hers!.Entries.Select(entry => entry.Title));
        Assert.Equal(["For everybody. #ladder"], tagged.Entries.Select(entry => entry.Title));
        Assert.Empty((await Town.AskAsync((PublicFeeds feeds) => feeds.OfMemberAsync("bilal", default)))!.Entries);
        Assert.Null(await Town.AskAsync((PublicFeeds feeds) => feeds.OfMemberAsync("nobody", default)));
    }

    [Fact]
    public async Task Shows_needs_and_offers_for_everybody_without_what_is_sealed_in_them()
    {
        await Town.OfferAsync(Town.Amina, Town.LadderToLend("For members"));
        var ladder = await Town.OfferAsync(Town.Amina, Town.LadderToLend("For everybody") with { Visibility = Visibility.Public }, ("lockCode", "4711"));

        var feed = await Town.AskAsync((PublicFeeds feeds) => feeds.ItemsAsync(default));

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Offer: For everybody", $"urn:uuid:{ladder}", $"/items/{ladder}"), (entry.Title, entry.Id, entry.Page));
        Assert.DoesNotContain("4711", feed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_ids_when_something_changes_and_leaves_out_what_was_deleted()
    {
        var kept = await SayAsync("Hello.");
        var deleted = await SayAsync("Bye.");
        var before = (await Town.AskAsync((PublicFeeds feeds) => feeds.OfMemberAsync("amina", default)))!.Entries[1];
        Town.Clock.Pass(TimeSpan.FromHours(1));

        (await Town.AsAsync(Town.Amina, (Viewer viewer, EditPost edit) => edit.ExecuteAsync(viewer, kept, "Hello again.", "", default))).Granted();
        (await Town.AsAsync(Town.Amina, (Viewer viewer, DeletePost delete) => delete.ExecuteAsync(viewer, deleted, default))).Granted();

        var after = Assert.Single((await Town.AskAsync((PublicFeeds feeds) => feeds.OfMemberAsync("amina", default)))!.Entries);
        Assert.Equal((before.Id, before.Published, "Hello again."), (after.Id, after.Published, after.Title));
        Assert.True(after.Updated > before.Updated);
    }

    [Fact]
    public async Task Says_the_warning_and_not_what_stands_behind_it()
    {
        await SayAsync("The butler.", warning: "How the play ends");

        var entry = Assert.Single((await Town.AskAsync((PublicFeeds feeds) => feeds.OfMemberAsync("amina", default)))!.Entries);

        Assert.Equal(("How the play ends", "<p>How the play ends</p>"), (entry.Title, entry.Html));
    }

    private async Task<Guid> SayAsync(string text, PostVisibility visibility = PostVisibility.Public, string warning = "") =>
        (await Town.AsAsync(Town.Amina, (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm(text, visibility, warning), default))).Granted().Id;
}
