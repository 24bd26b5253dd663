using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Moderation;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Federation.Tests.Peers;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Amina of a node of ours and Ruth of a server by Fedify follow each other, until something goes wrong.</summary>
public sealed class KeepingEachOtherHonest() : NextToHarbour(options: null, "amina")
{
    private string Amina => Node.IdOf("amina");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Node.DoAsync("amina", (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, Ruth.Handle, default));
        await Ruth.FollowAsync(Node.AddressOf("amina"));
        await Harbour.WaitForAsync("Accept", Amina);
        await Node.WaitForAsync("both follow each other", async db => await db.Follows.CountAsync(f => f.State == FollowState.Accepted) == 2);
    }

    [Fact]
    public async Task A_report_goes_to_the_other_server_and_says_nothing_of_who_told_it()
    {
        var post = await HearAsync("You are all fools.");

        var report = await Node.DoAsync("amina", (Viewer viewer, FileReport file) => file.ExecuteAsync(
            viewer, new ReportTarget(post.Id, null, null, null), new ReportForm(ReportCategory.Unkind, "She insults us.", IsForwarded: true), default));

        var flag = await Harbour.WaitForAsync("Flag", $"{Node.Origin}/actor");
        Assert.True(flag.IsVerified, flag.ToString());
        Assert.Equal([Ruth.Id, post.Uri], flag.Json.GetProperty("object").EnumerateArray().Select(named => named.GetString()!));
        Assert.Equal("She insults us.", flag.Json.GetProperty("content").GetString());
        Assert.DoesNotContain("amina", flag.Body, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(report.ForwardedAt);
    }

    [Fact]
    public async Task A_report_that_is_not_passed_on_stays_here()
    {
        var post = await HearAsync("You are all fools.");

        await Node.DoAsync("amina", (Viewer viewer, FileReport file) => file.ExecuteAsync(
            viewer, new ReportTarget(post.Id, null, null, null), new ReportForm(ReportCategory.Unkind, "", IsForwarded: false), default));

        Assert.Equal(0, await Node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.OutboxActivities.CountAsync(sent => sent.Type == "Flag")));
    }

    [Fact]
    public async Task A_report_from_elsewhere_comes_to_the_stewards_with_what_was_said()
    {
        var post = await Node.DoAsync("amina", (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm("Ruth is a fool.", PostVisibility.Public), default));
        await Harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == post.Uri);

        await Ruth.FlagAsync(Node.AddressOf("amina"), "<b>She</b> insults me.", post.Uri);

        await Node.WaitForAsync("the report is here", db => db.Reports.AnyAsync());
        var line = Assert.Single(await Node.AsAsync("dora", (Viewer dora, ReportDesk desk) => desk.ListAsync(dora, default)));
        var view = await Node.AsAsync("dora", (Viewer dora, ReportDesk desk) => desk.FindAsync(dora, line.Id, default));
        Assert.Equal(("Amina", "She insults me.", Harbour.Host), (view!.About.Name, view.Report.Comment, view.FromHost));
        Assert.Equal([post.Id], view.Posts.Select(said => said.Id));
    }

    [Fact]
    public async Task Somebody_who_is_blocked_is_told_and_neither_follows_the_other()
    {
        var mine = await Node.DoAsync("amina", (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm("Hello.", PostVisibility.Public), default));
        await Harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == mine.Uri);
        var ruth = await RuthHereAsync();

        await Node.DoAsync("amina", (Viewer viewer, BlockActor block) => block.ExecuteAsync(viewer, ruth.Id, BlockKind.Block, default));

        var block = await Harbour.WaitForAsync("Block", Amina);
        Assert.True(block.IsVerified, block.ToString());
        Assert.Equal(Ruth.Id, block.ObjectId);
        await Harbour.WaitForAsync("Undo", Amina);
        await Harbour.WaitForAsync("Reject", Amina);
        Assert.Equal(0, await Node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Follows.CountAsync()));

        await Ruth.LikeAsync(mine.Uri);
        await Ruth.FollowAsync(Amina);
        await Node.WaitForAsync("both were looked at", async db => await db.InboxItems.CountAsync(item => item.State == Core.Federation.Inbox.InboxState.Refused) == 2);
        Assert.Equal((0, 0), await Node.AskAsync(async (PostMoney.Core.PostMoneyDb db) => (await db.Reactions.CountAsync(), await db.Follows.CountAsync())));

        await Node.DoAsync("amina", (Viewer viewer, BlockActor block) => block.UndoAsync(viewer, ruth.Id, default));
        await Harbour.WaitForAsync(one => one.Type == "Undo" && one.Body.Contains("\"Block\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_blocks_a_member_is_seen_by_them_no_more_until_it_is_undone()
    {
        var post = await HearAsync("Good morning.");

        var block = await Ruth.BlockAsync(Amina);
        await Node.WaitForAsync("the block is here", db => db.Blocks.AnyAsync());
        Assert.False(await SeesAsync(post.Id));
        Assert.Equal(0, await Node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Follows.CountAsync()));

        await Ruth.UndoAsync(block.ActivityId);
        await Node.WaitForAsync("the block is gone", async db => !await db.Blocks.AnyAsync());
        Assert.True(await SeesAsync(post.Id));
    }

    [Fact]
    public async Task Somebody_elsewhere_whom_stewards_suspend_says_nothing_here_until_it_ends()
    {
        var post = await HearAsync("Buy this!");
        var ruth = await RuthHereAsync();

        await Node.DoAsync("dora", (Viewer dora, ImposeSanction impose) => impose.ExecuteAsync(dora, ruth.Id, new SanctionForm(SanctionKind.Suspension, "Advertising.", 7), default));

        Assert.False(await SeesAsync(post.Id));
        var refused = await Assert.ThrowsAsync<PeerException>(() => Ruth.PostAsync("Buy more!", mentions: [Node.AddressOf("amina")]));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);

        var sanction = (await Node.AsAsync("dora", (Viewer dora, ReportDesk desk) => desk.DecisionsAsync(dora, default)))[0].Sanction;
        await Node.DoAsync("dora", (Viewer dora, LiftSanction lift) => lift.ExecuteAsync(dora, sanction.Id, default));
        Assert.True(await SeesAsync(post.Id));
        await Ruth.PostAsync("I am sorry.", mentions: [Node.AddressOf("amina")]);
        await Node.WaitForAsync("she is heard again", db => db.Posts.AnyAsync(said => said.Content.Contains("sorry")));
    }

    [Fact]
    public async Task A_member_who_blocks_a_whole_server_sees_nothing_of_it_and_others_do()
    {
        var post = await HearAsync("Good morning.");

        await Node.DoAsync("amina", (Viewer viewer, BlockHost block) => block.ExecuteAsync(viewer, Harbour.Host, default));

        Assert.False(await SeesAsync(post.Id));
        Assert.NotNull(await Node.AsAsync("dora", (Viewer dora, PostTimelines timelines) => timelines.ThreadAsync(dora, post.Id, default)));
        Assert.Equal(0, await Node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Follows.CountAsync()));
    }

    private async Task<Post> HearAsync(string text)
    {
        var said = (await Ruth.PostAsync(text)).ObjectId!;
        await Node.WaitForAsync($"it is here: {text}", db => db.Posts.AnyAsync(post => post.Uri == said));
        return await Node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Posts.SingleAsync(post => post.Uri == said));
    }

    private Task<Actor> RuthHereAsync() => Node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Actors.SingleAsync(actor => actor.Uri == Ruth.Id));

    private async Task<bool> SeesAsync(Guid post) =>
        await Node.AsAsync("amina", (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, post, default)) is not null;
}
